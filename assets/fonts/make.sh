#!/bin/sh
# Makes the fonts beside this file. Needs: Debian's fonts-noto-cjk, fonttools (pip install fonttools), npm, python3.
# Nothing else in the project needs them: the results are checked in.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
noto=${NOTO:-/usr/share/fonts/opentype/noto}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Characters: everything of GB 2312, Latin with accents, and the signs the screens use. A test holds the texts to it.
python3 - "$here/signs.txt" <<'PY'
import sys
chars = {chr(c) for c in range(0x20, 0x7f)} | {chr(c) for c in range(0xa0, 0x180)}
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
latin = {name for code, name in font.getBestCmap().items() if code < 0x180}
for name in latin:
    width, bearing = font["hmtx"][name]
    font["hmtx"][name] = (width - 14, bearing)
font.save(sys.argv[1])
PY
done

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
