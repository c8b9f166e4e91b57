//! The `extract` example as a program: what it prints, what it complains about, how it ends.

#[path = "support/program.rs"]
mod program;

use std::io::{Read, Write};
use std::process::{Command, Output, Stdio};

use program::{Scratch, program};

#[track_caller]
fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(program())
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    child.stdin.take().expect("piped").write_all(input).expect("the program reads its input");
    child.wait_with_output().expect("the program ends")
}

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("UTF-8")
}

fn messages(output: &Output) -> Vec<&str> {
    std::str::from_utf8(&output.stderr).expect("UTF-8").lines().collect()
}

#[test]
fn without_arguments_an_article_is_shown() {
    let output = run(&[], b"");
    assert_eq!((output.status.code(), messages(&output)), (Some(0), vec![]));
    let shown = out(&output);
    assert!(shown.contains("糧食總產量[1,285.4萬噸]"), "{shown}");
    assert!(!shown.contains('\x1b'), "no colours outside of a terminal");
    assert!(shown.lines().count() > 50, "{shown}");
}

#[test]
fn columns_are_aligned_by_their_width_on_a_screen() {
    let text = Scratch::new("table.txt", "共129.06億元，約20餘人，零下3度".as_bytes());
    let output = run(&[text.path(), "--layer", "mentions"], b"");
    let table = out(&output).split_once("\n\n").expect("a heading").1;
    assert_eq!(
        table,
        "共[129.06億元]，約[20餘人]，[零下3度]\n\
         \n\
         \x20 text        kind              value  unit  note\n\
         \x20 129.06億元  money    12,906,000,000  CNY   currency assumed\n\
         \x20 20餘人      count     ≈ >20 … <30  {人}\n\
         \x20 零下3度     measure              -3  Cel\n\n"
            .replace("count     ≈ >20 … <30", "count       ≈ >20 … <30")
    );
}

#[test]
fn a_text_without_expressions_says_so() {
    let output = run(&["-"], "一般來說".as_bytes());
    assert_eq!(out(&output), "── <stdin> ──\n\n一般來說\n\n  nothing found\n\n");
}

#[test]
fn the_numbers_layer_shows_numbers() {
    let input = "{\"id\":\"n\",\"text\":\"共三千零五件\"}".as_bytes();
    let output = run(&["--input", "jsonl", "--format", "jsonl", "--layer", "numbers"], input);
    let expected =
        "{\"id\":\"n\",\"numbers\":[{\"text\":\"三千零五\",\"start\":1,\"end\":5,\"value\":\"3005\"}]}\n";
    assert_eq!(out(&output), expected);
}

#[test]
fn json_lines_go_from_standard_input_to_standard_output() {
    let input = "\u{feff}{\"id\":\"7\",\"text\":\"茶葉約1.5萬噸\"}\r\n\r\n{\"id\":8,\"text\":\"5元\",\"region\":\"hongkong\"}\r\n{\"text\":\"無\"}";
    for arguments in
        [&["--input", "jsonl", "--format", "jsonl"][..], &["--input=jsonl", "--format=jsonl", "-"]]
    {
        let output = run(arguments, input.as_bytes());
        assert_eq!((output.status.code(), messages(&output)), (Some(0), vec![]));
        let ids: Vec<_> = out(&output).lines().map(|line| line.split(',').next().unwrap_or("")).collect();
        assert_eq!(ids, ["{\"id\":\"7\"", "{\"id\":\"8\"", "{\"id\":\"4\""]);
        assert!(out(&output).contains(r#""lo":"15000","hi":"15000""#), "{}", out(&output));
        assert!(out(&output).contains(r#""unit":"HKD","assumed":true"#), "{}", out(&output));
    }
}

#[test]
fn the_day_of_a_document_comes_before_that_of_the_command_line() {
    let input = "{\"id\":1,\"text\":\"去年\",\"date\":\"2020-04-20\"}\n{\"id\":2,\"text\":\"去年\"}\n";
    let output = run(&["--input", "jsonl", "--format", "jsonl", "--date", "2011-01-01"], input.as_bytes());
    let lines: Vec<&str> = out(&output).lines().collect();
    assert!(lines[0].contains(r#""from":"2019-01-01","until":"2020-01-01""#), "{}", lines[0]);
    assert!(lines[1].contains(r#""from":"2010-01-01","until":"2011-01-01""#), "{}", lines[1]);
}

#[test]
fn broken_lines_are_reported_and_skipped() {
    let mut input = "{\"id\":\"a\",\"text\":\"3噸\"}\n\
                     {\"id\":\"b\"}\n\
                     nothing\n\
                     \n\
                     {\"id\":\"c\",\"text\":5}\n\
                     {\"id\":[1],\"text\":\"3噸\"}\n\
                     {\"id\":\"d\",\"text\":\"3噸\",\"date\":\"2020-13-01\"}\n\
                     {\"id\":\"e\",\"text\":\"3噸\",\"region\":\"mars\"}\n\
                     {\"id\":\"f\",\"text\":\"3噸\n"
        .as_bytes()
        .to_vec();
    input.extend(b"{\"text\":\"\xff\"}\n{\"id\":\"g\",\"text\":\"\"}\n");
    let file = Scratch::new("broken.jsonl", &input);
    let output = run(&["--input", "jsonl", "--format", "jsonl", file.path()], b"");
    assert_eq!(output.status.code(), Some(1));
    let place = format!("extract: {}:", file.path());
    let told: Vec<&str> =
        messages(&output).into_iter().map(|line| line.strip_prefix(&place).unwrap_or(line)).collect();
    assert_eq!(
        told,
        [
            "2: missing field `text` at column 10; line skipped",
            "3: expected ident at column 2; line skipped",
            "5: invalid type: integer `5`, expected a string at column 18; line skipped",
            "6: `id` must be a string or a number, found `[1]`; line skipped",
            "7: `date` must be YYYY-MM-DD, with or without a time, found `2020-13-01`; line skipped",
            "8: `region` must be mainland, taiwan or hongkong, found `mars`; line skipped",
            "9: EOF while parsing a string at column 22; line skipped",
            "10: not UTF-8 from byte 9 of the line on; line skipped",
        ]
    );
    let ids: Vec<_> = out(&output).lines().map(|line| &line[..9]).collect();
    assert_eq!(ids, ["{\"id\":\"a\"", "{\"id\":\"g\""]);
}

#[test]
fn a_missing_file_does_not_stop_the_others() {
    let file = Scratch::new("there.txt", "共3噸".as_bytes());
    let output = run(&["no-such-file", file.path(), "--format", "jsonl"], b"");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(messages(&output).len(), 1);
    assert!(
        messages(&output)[0].starts_with("extract: no-such-file: cannot read: "),
        "{:?}",
        messages(&output)
    );
    assert!(out(&output).contains(r#""text":"3噸""#), "{}", out(&output));
}

#[test]
fn a_text_with_broken_bytes_is_read_as_far_as_it_goes() {
    let content = ["\u{feff}".as_bytes(), b"\xff3%\r\n\x1b[K", "：5%".as_bytes()].concat();
    let file = Scratch::new("broken.txt", &content);
    let output = run(&[file.path()], b"");
    assert_eq!(output.status.code(), Some(0));
    let warning = "warning: bytes that are not UTF-8 read as `\u{fffd}`";
    assert_eq!(messages(&output), [format!("extract: {}: {warning}", file.path())]);
    assert!(out(&output).contains("\u{fffd}[3%]\n\u{fffd}[K：[5%]\n"), "{}", out(&output));
}

#[test]
fn a_wrong_command_line_ends_with_2() {
    for (arguments, message) in [
        (&["--currency", "XXY"][..], "error: unknown currency `XXY`"),
        (&["--region", "mars"], "error: invalid value 'mars' for '--region <REGION>'"),
        (&["--layer", "words"], "error: invalid value 'words' for '--layer <LAYER>'"),
        (&["--fast"], "error: unexpected argument '--fast' found"),
    ] {
        let output = run(arguments, b"");
        assert_eq!((output.status.code(), messages(&output)[0]), (Some(2), message));
    }
    let output = run(&["--date", "someday"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(messages(&output)[0].starts_with("error: invalid value 'someday' for '--date <DATE>'"));
}

#[test]
fn words_come_from_files() {
    let farm = Scratch::new("farm.tsv", "unit\t垧\t[shang]\tArea\t10000\n".as_bytes());
    let town = Scratch::new("town.tsv", "\u{feff}classifier\t摞\r\n".as_bytes());
    let arguments =
        ["-", "--format", "jsonl", "--layer", "mentions", "--lexicon", farm.path(), "--lexicon", town.path()];
    let output = run(&arguments, "共20垧，8摞".as_bytes());
    assert_eq!((output.status.code(), messages(&output)), (Some(0), vec![]));
    assert!(out(&output).contains(r#""unit":"[shang]""#), "{}", out(&output));
    assert!(out(&output).contains(r#""unit":"{摞}""#), "{}", out(&output));
}

#[test]
fn a_wrong_file_of_words_ends_with_2_and_is_named() {
    let told = |content: &[u8]| {
        let file = Scratch::new("wrong.tsv", content);
        let output = run(&["--lexicon", file.path()], b"");
        assert_eq!((output.status.code(), out(&output)), (Some(2), ""));
        messages(&output)[0].replace(file.path(), "FILE")
    };
    assert_eq!(
        told("classifier\t摞\nunit\t垧\t[shang]\tLand\t10000\n".as_bytes()),
        "error: FILE, line 2, column 4: unknown dimension `Land`"
    );
    assert_eq!(
        told("classifier\t摞\n\nclassifier\t摞\n".as_bytes()),
        "error: FILE, line 3, column 2: `摞` was added on line 1 already"
    );
    assert_eq!(told(b"name\t\xff"), "error: FILE: cannot read: stream did not contain valid UTF-8");
    let output = run(&["--lexicon", "no-such-file"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(
        messages(&output)[0].starts_with("error: no-such-file: cannot read: "),
        "{:?}",
        messages(&output)
    );
}

#[test]
fn threads_do_not_change_the_order() {
    let line = |id: usize| format!("{{\"id\":{id},\"text\":\"{}第{id}件3噸\"}}\n", "。".repeat(id * 7 % 500));
    let input: String = (0..3_000).map(line).collect();
    let of = |threads| {
        let file = Scratch::new(&format!("order{threads}.jsonl"), input.as_bytes());
        run(&["--input", "jsonl", "--format", "jsonl", "--threads", threads, file.path()], b"").stdout
    };
    assert!(of("1") == of("2"));
}

/// `lines` texts as JSON lines; 3 000 are more than is read at a time.
fn many(lines: usize) -> String {
    let line = |id: usize| {
        let filler = "茶園開了花。".repeat(id % 50);
        format!("{{\"id\":{id},\"text\":\"{filler}1—8月份出口{id}.5億元，同比增長6.8%🙂\"}}\n")
    };
    (1..=lines).map(line).collect()
}

#[test]
fn many_threads_and_one_give_the_same_in_every_form() {
    let file = Scratch::new("forms.jsonl", many(200).as_bytes());
    for format in ["table", "jsonl", "html"] {
        for layer in ["numbers", "mentions", "facts"] {
            let of = |threads| {
                let arguments =
                    ["--input", "jsonl", "--format", format, "--layer", layer, "--threads", threads];
                run(&[&arguments[..], &[file.path()]].concat(), b"").stdout
            };
            let one = of("1");
            assert!(one.len() > 10_000 && one == of("2"), "{format} {layer}");
        }
    }
}

#[test]
fn what_comes_in_pieces_gives_what_comes_at_once() {
    const ARGUMENTS: [&str; 6] = ["--input", "jsonl", "--format", "jsonl", "--layer", "mentions"];
    let input = many(3_000);
    assert!(input.len() > 1 << 20);
    let file = Scratch::new("whole.jsonl", input.as_bytes());
    let whole = run(&[&ARGUMENTS[..], &[file.path()]].concat(), b"").stdout;
    assert_eq!(whole.iter().filter(|&&byte| byte == b'\n').count(), 3_000);

    // Pieces that end inside of lines and of characters.
    let mut child = Command::new(program())
        .args(ARGUMENTS)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut pipe = child.stdin.take().expect("piped");
    let halves = input.clone();
    let writer = std::thread::spawn(move || {
        input.as_bytes().chunks(997).all(|piece| pipe.write_all(piece).and_then(|()| pipe.flush()).is_ok())
    });
    let in_pieces = child.wait_with_output().expect("the program ends").stdout;
    assert!(writer.join().expect("the input is written"));
    assert!(in_pieces == whole);

    // Two files give what one gives.
    let (first, second) = halves.split_at(halves.find("{\"id\":1500,").expect("a line"));
    let files = [("a", first), ("b", second)]
        .map(|(name, half)| Scratch::new(&format!("{name}.jsonl"), half.as_bytes()));
    let together = run(&[&ARGUMENTS[..], &[files[0].path(), files[1].path()]].concat(), b"").stdout;
    assert!(together == whole);
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let lines = "{\"id\":1,\"text\":\"3噸\"}\n".repeat(20_000);
    let file = Scratch::new("long.jsonl", lines.as_bytes());
    let mut child = Command::new(program())
        .args(["--input", "jsonl", "--format", "jsonl", file.path()])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut first = [0; 100];
    child.stdout.take().expect("piped").read_exact(&mut first).expect("a line is printed");
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!((output.status.code(), messages(&output)), (Some(0), vec![]));
}
