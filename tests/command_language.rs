//! The language of the command line: in Chinese all that a person reads is Chinese but names, options and columns, and the
//! figures are those of the English; what programs read is the same in every language.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use assert_cmd::Command;
use rapport::bots::BotKind;
use rapport::room::FORMAT;
use rapport::sim::RULES;
use std::fs;
use std::path::Path;

const SCENARIO: &str = "scenarios/new_era.ron";
const CASE: &[u8] = b"customer_id,date,amount\nnew_era,2012-02-15,100000\nnew_era,2012-04-15,135000\nnew_era,2012-06-15,360000\nnew_era,2012-08-15,1800000\n";

/// What is said on both streams, in English, in Chinese by option, and in Chinese by the locale.
fn told(arguments: &[&str], folder: &Path) -> [String; 3] {
    let say = |options: &[&str], locale: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rapport"));
        command.current_dir(folder).env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", locale);
        let output = command.args(options).args(arguments).output().unwrap();
        format!("{}{}", String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    [say(&[], "C"), say(&["--lang", "zh"], "C"), say(&[], "zh_CN.UTF-8")]
}

fn here() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Words of Latin letters that are in `text` and not among `names`; a letter alone is a name of the field.
fn strange(text: &str, names: &str) -> Vec<String> {
    let split = |text: &str| -> Vec<String> {
        let words = text.split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '_'));
        words.filter(|word| word.chars().filter(char::is_ascii_alphabetic).count() > 1).map(str::to_owned).collect()
    };
    let names = split(names);
    split(text).into_iter().filter(|word| !names.contains(word)).collect()
}

/// The numbers of a text, smallest first: a sentence may name them in another order.
fn figures(text: &str) -> Vec<f64> {
    let numbers = text.split(|letter: char| !(letter.is_ascii_digit() || letter == '.'));
    let mut numbers: Vec<f64> = numbers.filter_map(|number| number.trim_end_matches('.').parse().ok()).collect();
    numbers.sort_by(f64::total_cmp);
    numbers
}

#[test]
fn analyse_is_told_in_chinese_with_the_same_figures() {
    let folder = tempfile::tempdir().unwrap();
    let orders = |name: &str, text: &[u8]| fs::write(folder.path().join(name), text).unwrap();
    let cdnow = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/lifetimes/cdnow_orders.csv");
    fs::copy(cdnow, folder.path().join("cdnow.csv")).unwrap();
    orders("case.csv", CASE);
    orders("teams.csv", b"team,customer_id,date,amount\nred,c1,2012-01-02,5\nred,c2,2012-02-01,900\nblue,c1,2012-03-01,7\n");
    orders("shop.csv", b"who,when,worth\nc1,2012-01-01,5\nc1,2012-01-01,5\nc2,2012-01-01,8\nc2,2012-02-01,-9\n,2012-02-03,8\n");
    orders("wrong.csv", b"customer_id,date,amount\nc1,2012-01-01,x1\nc2,2012,5\nc3,2012-01-01\n,2012-01-01,5\nc4,2012-01-01,-5\nc4,40000,1e13\n");
    orders("header.csv", b"c,d,e\nc1,2012-01-01,5\n");
    orders("asked.csv", b"customer_id;date;amount\nc1;3/4/2012;1.000\nc1;5/6/2012;1.000\n");
    orders("mixed.csv", b"customer_id;date;amount\nc1;13/4/2012;1,50\nc1;4/13/2012;1.50\n");
    orders("latin.csv", b"customer_id;date;amount\nM\xfcller;2012-01-01;5\n");
    orders("empty.csv", b"");
    let shop = ["shop.csv", "--customer", "who", "--date", "when", "--amount", "worth", "--nameless", "drop"];
    let of_shop = |more: &[&'static str]| [&shop[..], more].concat();
    for arguments in [
        vec!["case.csv"],
        vec!["case.csv", "--end", "2012-05-01"],
        vec!["case.csv", "--end", "2011-01-01"],
        vec!["case.csv", "--fit"],
        vec!["case.csv", "--csv", "-", "--json", "-"],
        vec!["teams.csv"],
        vec!["teams.csv", "--team", "rod"],
        vec!["teams.csv", "--team", "someone"],
        vec!["cdnow.csv"],
        vec!["cdnow.csv", "--end", "1997-09-30", "--fit"],
        of_shop(&["--refunds", "net"]),
        of_shop(&["--refunds", "drop", "--equal-rows", "drop"]),
        of_shop(&["--refunds", "drop", "--equal-rows", "refuse"]),
        vec!["wrong.csv"],
        vec!["header.csv"],
        vec!["header.csv", "--customer", "f"],
        vec!["asked.csv"],
        vec!["mixed.csv"],
        vec!["latin.csv"],
        vec!["empty.csv"],
    ] {
        let [english, chinese, of_locale] = told(&[&["analyse"], &arguments[..]].concat(), folder.path());
        assert_eq!(chinese, of_locale, "{arguments:?}");
        assert_ne!(chinese, english, "{arguments:?}");
        assert_eq!(figures(&chinese), figures(&english), "{arguments:?}: {chinese}");
        let names = "rapport case.csv teams.csv cdnow.csv shop.csv wrong.csv header.csv asked.csv mixed.csv latin.csv empty.csv \
            red blue new_era c1 c2 c3 c4 x1 team customer_id date amount who when worth rod someone \
            RFM VIP BG/NBD Gamma-Gamma UTF-8 CSV gb18030 windows-1252 1e13 alpha \
            csv json fit end refunds net drop equal-rows keep nameless encoding decimal point comma day-order day-first month-first \
            customer quantity price";
        assert_eq!(strange(&chinese, names), Vec::<String>::new(), "{arguments:?}: {chinese}");
    }
}

#[test]
fn files_for_programs_are_the_same_in_every_language() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("orders.csv");
    fs::write(&path, CASE).unwrap();
    for format in ["--csv", "--json"] {
        let output = |lang: &str| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_rapport"));
            command.arg("analyse").arg(&path).args([format, "-", "--lang", lang]).output().unwrap().stdout
        };
        assert!(!output("en").is_empty());
        assert_eq!(output("en"), output("zh"), "{format}");
    }
}

#[test]
fn calibrate_is_told_in_chinese_with_the_same_figures() {
    let bots: Vec<&str> = BotKind::ALL.iter().map(|kind| kind.id()).collect();
    for (scenario, names) in [
        (SCENARIO, "new_era stable sigma"),
        (
            "consulting",
            "consulting the_pool_closes handover_keeps records_soften_leaving the_pool_pays sharing_pays StuckLeadsWon LeaversCustomersKept Worth \
             pool handover false write_up",
        ),
    ] {
        let [english, chinese, of_locale] = told(&["calibrate", scenario, "--seeds", "60000..60001"], here());
        assert_eq!(chinese, of_locale);
        assert!(english.contains("too few numbers to tell") && chinese.contains("数据太少，无法判断") && chinese.contains("项成立"), "{chinese}");
        assert_eq!(strange(&chinese, &format!("{} {names}", bots.join(" "))), Vec::<String>::new(), "{chinese}");
        assert_eq!(english.lines().count(), chinese.lines().count());
        for (english, chinese) in english.lines().zip(chinese.lines()) {
            assert_eq!(figures(english), figures(chinese), "{chinese}");
        }
    }
}

#[test]
fn check_tells_mistakes_in_chinese() {
    let folder = tempfile::tempdir().unwrap();
    let text = fs::read_to_string(here().join(SCENARIO)).unwrap();
    let broken = folder.path().join("broken.ron");
    fs::write(&broken, text.replacen("id: \"ibm\"", "id: \"hp\"", 1)).unwrap();
    let [english, chinese, of_locale] = told(&["check", broken.to_str().unwrap(), SCENARIO, "no/such.ron"], here());
    assert_eq!(chinese, of_locale);
    let lines: Vec<&str> = chinese.lines().collect();
    let [mistake, fine, missing, last] = lines[..] else { panic!("{chinese}") };
    // the place as in English, so that editors find it
    let (place, _) = english.split_once("rivals[hp]: ").unwrap();
    let rest = mistake.strip_prefix(place).unwrap();
    assert!(rest.starts_with("rivals[hp]：`hp` 这个 id 已被") && rest.ends_with("处的竞争对手占用，可填：每个 id 只用一次"), "{mistake}");
    assert_eq!(fine, "scenarios/new_era.ron：没有错误");
    assert_eq!(missing, "no/such.ron:1:1: 整个文件：没有这个文件或文件夹，可填：可以读取的文件");
    assert_eq!(last, "共 2 处错误");
    let [_, refused, _] = told(&["calibrate", broken.to_str().unwrap(), "--seeds", "0..2"], here());
    assert!(refused.contains("，可填：") && refused.ends_with("broken.ron 中有 1 处错误\n"), "{refused}");
}

#[test]
fn what_cannot_be_done_is_told_in_chinese() {
    for (arguments, expected) in [
        (&["replay", "no/such/file"][..], "rapport：no/such/file：没有这个文件或文件夹\n"),
        (&["analyse", "no/such/file"], "rapport：no/such/file：没有这个文件或文件夹\n"),
        (&["calibrate", "no/such.ron", "--seeds", "0..2"], "rapport：no/such.ron：没有这个文件或文件夹\n"),
        (&["calibrate", SCENARIO, "--merge", SCENARIO], "rapport：scenarios/new_era.ron：不是分片文件"),
    ] {
        let [_, chinese, of_locale] = told(arguments, here());
        assert!(chinese.starts_with(expected), "{chinese}");
        assert_eq!(chinese, of_locale);
    }
}

#[test]
fn what_is_wrong_with_a_command_line_is_told_in_chinese() {
    const RUN: [&str; 6] = ["run", "new_era", "--team", "balanced", "--out", "x"];
    let run = |more: &[&'static str]| [&RUN[..], more].concat();
    let bots = BotKind::ALL.map(BotKind::id).join(", ");
    for (arguments, problem) in [
        (vec!["replays"], "没有“replays”这个命令（是不是想写“play”“replay”？）".to_owned()),
        (vec!["run"], "缺少“--team <BOT>”“--out <DIR>”“<SCENARIO>”".to_owned()),
        (run(&["--sed", "1"]), "没有“--sed”这个选项（是不是想写“--seed”？）".to_owned()),
        (run(&["--seed", "7x"]), "“--seed <NUMBER>”不能写“7x”，应为 0 至 18446744073709551615 的整数，只写数字".to_owned()),
        (run(&["--rounds", "70000"]), "“--rounds <ROUNDS>”不能写“70000”，应为 0 至 65535 的整数，只写数字".to_owned()),
        (run(&["--seed"]), "“--seed <NUMBER>”没有写值".to_owned()),
        (run(&["--seed", "1", "--seed", "2"]), "“--seed <NUMBER>”只能写一次".to_owned()),
        (run(&["--market", "mirrors"]), "“--market <MARKET>”不能写“mirrors”，可以写：mirror, shared（是不是想写“mirror”？）".to_owned()),
        (run(&["--team", "ballanced"]), format!("“--team <BOT>”不能写“ballanced”，没有这种打法（是不是想写 `balanced`？），可以写：{bots}")),
        (vec!["replay", "a", "b"], "多写了“b”".to_owned()),
        (vec!["replay"], "缺少“<LOG>”".to_owned()),
        (vec!["analyse", "a.csv", "--fit=3"], "“--fit”不能带“3”这个值".to_owned()),
        (vec!["analyse", "a.csv", "--fit", "--q", "2"], "“--fit”不能与“--q <NUMBER>”同时使用".to_owned()),
        (vec!["analyse", "a.csv", "--q", "1"], "“--q <NUMBER>”不能写“1”，应为大于 1 且不超过 10000 的数".to_owned()),
        (vec!["analyse", "a.csv", "--discount", "11"], "“--discount <RATE>”不能写“11”，应为 0 至 10 的数".to_owned()),
        (vec!["analyse", "a.csv", "--end", "2012"], "“--end <YYYY-MM-DD>”不能写“2012”，应为日期，如 2012-12-28".to_owned()),
        (vec!["analyse", "a.csv", "--encoding", "x"], "“--encoding <NAME>”不能写“x”，应为网页常用的编码，如 utf-8、gb18030、big5、windows-1252".to_owned()),
        (vec!["calibrate", "new_era", "--seeds", "7"], "“--seeds <A..B>”不能写“7”，应为两个数，小的在前，相差至多 100000，如 60000..61000".to_owned()),
        (vec!["calibrate", "new_era", "--shard", "0/2"], "“--shard <I/N>”不能写“0/2”，应为第几片和共几片，第一片是 1，至多 10000 片，如 3/8".to_owned()),
    ] {
        let [english, chinese, of_locale] = told(&arguments, here());
        assert!(english.starts_with("error: ") && english.contains("For more information, try '--help'."), "{english}");
        assert_eq!(chinese, of_locale);
        let name = if arguments[0] == "replays" { "rapport".to_owned() } else { format!("rapport {}", arguments[0]) };
        let rest = chinese.strip_prefix(&format!("命令不明白：{problem}\n\n用法：{name} ")).unwrap_or_else(|| panic!("{chinese}"));
        assert!(rest.ends_with(&format!("\n\n详细说明：{name} --help\n")), "{chinese}");
        let output = Command::new(env!("CARGO_BIN_EXE_rapport")).args(["--lang", "zh"]).args(&arguments).output().unwrap();
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    }
    let [_, _, unknown] = told(&["--lang", "fr", "check", "x"], here());
    assert!(unknown.starts_with("命令不明白：“--lang <LANG>”不能写“fr”，语言有 en 和 zh\n\n用法：rapport check "), "{unknown}");
}

#[test]
fn why_a_game_or_its_log_cannot_be_played_is_told_in_chinese() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (out, log) = (path("out"), path("out/log.ron"));
    Command::new(env!("CARGO_BIN_EXE_rapport")).args(["run", SCENARIO, "--rounds", "6", "--team", "passive", "--out", &out]).assert().success();
    let text = fs::read_to_string(&log).unwrap();
    let changed = |name: &str, from: &str, to: &str| {
        assert!(text.contains(from));
        fs::write(folder.path().join(name), text.replacen(from, to, 1)).unwrap();
        path(name)
    };
    let resolved = changed("resolved.ron", "Resolved(round:3", "Resolved(ruond:3");
    let foreign = changed("foreign.ron", "// Rapport game log", "// some game log");
    let other = changed("other.ron", &format!("rules {RULES}"), &format!("rules {}", RULES + 1));
    fs::write(folder.path().join("file"), "").unwrap();
    let in_file = path("file/out");
    let run = |team: &'static str, more: &[&'static str], out: &str| -> Vec<String> {
        let start = ["run", SCENARIO, "--team", team].into_iter().chain(more.iter().copied()).map(str::to_owned);
        start.chain(["--out".to_owned(), out.to_owned()]).collect()
    };
    let replay = |log: &str| vec!["replay".to_owned(), log.to_owned()];
    for (arguments, beginning) in [
        (replay(&resolved), format!("rapport：{resolved}：日志写成之后被改动过：第 ")),
        (replay(&foreign), format!("rapport：{foreign}：第 1 行：这不是 Rapport 的日志\n")),
        (
            replay(&other),
            format!(
                "rapport：{other}：第 1 行：写这份日志的程序：Rapport {}（日志格式 {FORMAT}，规则 {}）；现在的程序：Rapport ",
                env!("CARGO_PKG_VERSION"),
                RULES + 1
            ),
        ),
        (run("passive", &["--rounds", "61"], &out), format!("rapport：{SCENARIO}：要玩 61 个月，而这个案例可以玩 ")),
        (run("passive", &[], &in_file), format!("rapport：{in_file}：这里是文件，不是文件夹\n")),
        (run("passive", &[], &path("file")), format!("rapport：{}：这里是文件，不是文件夹\n", path("file"))),
    ] {
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let [english, chinese, of_locale] = told(&arguments, here());
        assert!(chinese.starts_with(&beginning), "{chinese}");
        assert_eq!(chinese, of_locale);
        let names = format!("{beginning} Rapport rapport docs versions md");
        assert_eq!(strange(&chinese, &names), Vec::<String>::new(), "{chinese}");
        // the system's own number of an error
        let (english, _) = english.split_once(" (os error ").unwrap_or((&english, ""));
        assert_eq!(figures(&chinese), figures(english), "{chinese}");
    }
}

#[test]
fn the_long_help_is_there_in_both_languages() {
    for command in ["analyse", "calibrate", "check", "run", "replay", "report"] {
        let [english, chinese, _] = told(&[command, "--help"], here());
        for (text, word) in [(&english, "xit code"), (&chinese, "退出码")] {
            assert!(text.contains(word) || ["run", "report"].contains(&command), "{command}: {text}");
        }
        assert!(!chinese.contains("xit code") && !chinese.contains(" the "), "{command}: {chinese}");
    }
}
