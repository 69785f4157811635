#!/bin/sh
# Makes the fonts beside this file. Needs: Debian's fonts-noto-cjk, fonts-noto-core and unicode-data, fonttools (pip install fonttools), npm, python3.
# Nothing else in the project needs them: the results are checked in.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
noto=${NOTO:-/usr/share/fonts/opentype/noto}
core=${NOTO_CORE:-/usr/share/fonts/truetype/noto}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Characters: everything of GB 2312 and of the general standard list (8,105), their traditional forms, the usual characters of
# Big5, Latin with accents (Vietnamese too), and the signs the screens use: names come from outside. A test holds the texts to it.
python3 - "$here/signs.txt" <<'PY'
import bz2, glob, sys
chars = {chr(c) for c in range(0x20, 0x7f)} | {chr(c) for c in range(0xa0, 0x250)}
standard, traditional = set(), []
for name in glob.glob("/usr/share/unicode/Unihan_*.txt.bz2"):
    for line in bz2.open(name, "rt", encoding="utf-8"):
        if line.startswith("U+"):
            code, field, value = line.rstrip("\n").split("\t")
            if field == "kTGH":
                standard.add(chr(int(code[2:], 16)))
            if field == "kTraditionalVariant":
                traditional.append((chr(int(code[2:], 16)), [chr(int(v.split("<")[0][2:], 16)) for v in value.split()]))
assert len(standard) == 8105, len(standard)
chars |= standard | {form for sign, forms in traditional if sign in standard for form in forms}
for hi in range(0xa4, 0xc7):
    for lo in [*range(0x40, 0x7f), *range(0xa1, 0xff)]:
        try:
            chars.add(bytes([hi, lo]).decode("big5"))
        except UnicodeDecodeError:
            pass
for hi in range(0xa1, 0xf8):
    for lo in range(0xa1, 0xff):
        try:
            chars.add(bytes([hi, lo]).decode("gb2312"))
        except UnicodeDecodeError:
            pass
chars |= set("¥￥€£©®™§°±×÷·•…‰–—‘’“”«»←↑→↓↔⇄▲▼△▽◆◇○●◎★☆✓✗−≈≠≤≥∞①②③④⑤⑥⑦⑧⑨⑩、。「」『』【】《》〈〉（），：；！？％＋－＝～／\u3000\u2003")
open(sys.argv[1], "w", encoding="utf-8").write("".join(sorted(chars)))
PY

for weight in Regular Bold; do
    # Number 2 in the collection is the Simplified Chinese design.
    pyftsubset "$noto/NotoSansCJK-$weight.ttc" --font-number=2 --text-file="$here/signs.txt" \
        --no-hinting --desubroutinize --layout-features='kern' --name-IDs='0,1,2,3,4,5,6,13,14' \
        --drop-tables+=vhea,vmtx,VORG,BASE,GSUB --output-file="$here/NotoSansSC-$weight.otf"
    # A row as tall as the screens' line height, with capitals and Chinese characters in its middle.
    python3 - "$here/NotoSansSC-$weight.otf" <<'PY'
import sys
from fontTools.ttLib import TTFont
font = TTFont(sys.argv[1])
up, down = 1045, 305
font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = up, -down, 0
os2 = font["OS/2"]
os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = up, -down, 0
os2.usWinAscent, os2.usWinDescent = up, down
# Latin set a little closer than beside Chinese characters; all by the same, so that digits keep one width.
latin = {name for code, name in font.getBestCmap().items() if code < 0x250}
for name in latin:
    width, bearing = font["hmtx"][name]
    font["hmtx"][name] = (width - 14, bearing)
font.save(sys.argv[1])
PY
    # What that one lacks: the letters of Europe's and Vietnam's names, Greek, Cyrillic, accents that stand by themselves.
    pyftsubset "$core/NotoSans-$weight.ttf" --unicodes='U+0100-024F,U+0300-036F,U+0370-0480,U+048A-052F,U+1E00-1EFF' \
        --no-hinting --layout-features='mark,mkmk,ccmp' --name-IDs='0,1,2,3,4,5,6,13,14' --output-file="$here/NotoSans-$weight.ttf"
done

# What the fonts hold in the end.
python3 - "$here" <<'PY'
import sys
from fontTools.ttLib import TTFont
here = sys.argv[1]
held = set.intersection(*({*TTFont(f"{here}/NotoSansSC-{w}.otf").getBestCmap()} | {*TTFont(f"{here}/NotoSans-{w}.ttf").getBestCmap()} for w in ("Regular", "Bold")))
open(f"{here}/signs.txt", "w", encoding="utf-8").write("".join(sorted(map(chr, held))))
PY

# Icons: Phosphor 2.1.1, the names of icons.txt; bold lines and filled shapes.
(cd "$work" && npm pack --silent @phosphor-icons/web@2.1.1 >/dev/null && tar xzf phosphor-icons-web-2.1.1.tgz)
cp "$work/package/LICENSE" "$here/Phosphor-LICENSE.txt"
for weight in bold:Bold fill:Fill; do
    folder=${weight%%:*} name=${weight##*:}
    python3 - "$work/package/src/$folder/style.css" "$here/icons.txt" "$folder" > "$work/$folder.txt" <<'PY'
import re, sys
css, names, folder = open(sys.argv[1]).read(), open(sys.argv[2]).read().split(), sys.argv[3]
code = {m[1]: m[2] for m in re.finditer(r"\.ph-" + folder + r"\.ph-([a-z0-9-]+):before \{\s*content: \"\\([0-9a-f]+)\"", css)}
missing = [n for n in names if n not in code]
if missing:
    sys.exit(f"no such icons: {missing}")
for n in names:
    print(n, code[n])
PY
    pyftsubset "$work/package/src/$folder/Phosphor-$name.ttf" --no-hinting --layout-features='' \
        --unicodes="$(awk '{printf "%s,", $2}' "$work/$folder.txt")" --output-file="$here/Phosphor-$name.ttf"
done
# The names and their places.
{
    sed '/^pub const/d' "$here/../../src/game/theme/icons.rs"
    awk '{n = toupper($1); gsub("-", "_", n); printf "pub const %s: char = \x27\\u{%s}\x27;\n", n, $2}' "$work/bold.txt"
} > "$work/icons.rs"
cp "$work/icons.rs" "$here/../../src/game/theme/icons.rs"
ls -l "$here" >&2
