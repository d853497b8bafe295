/** The look of the reference: that of the report, without its charts. */
export const docsStyle = `:root { --bg: #f5f6fb; --card: #fff; --line: #e0e3f0; --text: #1f2440; --dim: #626a8a; --accent: #4650c8; --code: #f7f8fd; --mark: #fdeae6;
  --critical: #b01657; --high: #d8442f; --medium: #a8710a; --low: #2f7fc2; --info: #76809c; --pass: #2c9a6b; --unknown: #8d6fd1; color-scheme: light dark; }
@media (prefers-color-scheme: dark) { :root { --bg: #0f1224; --card: #181c35; --line: #2a3052; --text: #e6e9fa; --dim: #98a1c6; --accent: #a3acff; --code: #12162b; --mark: #43221f;
  --critical: #f0659b; --high: #ff8168; --medium: #e8b34a; --low: #69b1ee; --info: #9aa4c4; --pass: #4cc38f; --unknown: #b59cf3; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--bg); color: var(--text); font: 15px/1.7 system-ui, "Hiragino Sans", "Yu Gothic UI", Meiryo, "Noto Sans JP", "Noto Sans CJK JP", sans-serif; overflow-wrap: anywhere; }
code, pre { font-family: ui-monospace, Menlo, Consolas, "Noto Sans Mono", "DejaVu Sans Mono", "Noto Sans CJK JP", monospace; font-size: 0.88em; }
header { display: flex; justify-content: space-between; padding: 14px 24px; background: var(--card); border-bottom: 1px solid var(--line); position: sticky; top: 0; }
nav { display: flex; gap: 20px; }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
.brand { color: var(--text); font-weight: 700; }
.brand small, small { color: var(--dim); font-weight: 500; }
main { max-width: 1000px; margin: 0 auto; padding: 28px 24px 60px; }
h1 { font-size: 25px; line-height: 1.4; margin: 0 0 12px; text-wrap: balance; }
h2 { font-size: 16px; margin: 0 0 10px; }
h3 { font-size: 14px; margin: 14px 0 6px; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 18px 20px; margin: 16px 0; }
section p { margin: 0 0 8px; }
.facts { display: flex; flex-wrap: wrap; gap: 8px 18px; color: var(--dim); margin: 0; }
.severity { font-weight: 650; min-width: 72px; display: inline-block; }
.critical { color: var(--critical); } .high { color: var(--high); } .medium { color: var(--medium); } .low { color: var(--low); } .info { color: var(--info); }
pre { background: var(--code); border: 1px solid var(--line); border-radius: 8px; margin: 0 0 10px; padding: 8px 0; overflow-x: auto; line-height: 1.55; }
.line { display: block; padding: 0 12px; white-space: pre; min-width: max-content; }
.line i { display: inline-block; width: 3ch; margin-right: 14px; color: var(--dim); font-style: normal; text-align: right; user-select: none; opacity: 0.7; }
.marked { background: var(--mark); box-shadow: inset 3px 0 var(--high); }
figure { margin: 0 0 16px; padding-left: 14px; border-left: 3px solid var(--info); }
figure.fail { border-color: var(--high); } figure.pass { border-color: var(--pass); } figure.unknown { border-color: var(--unknown); }
figure.fail b { color: var(--high); } figure.pass b { color: var(--pass); } figure.unknown b { color: var(--unknown); }
figcaption { color: var(--dim); font-size: 13px; }
.said { color: var(--dim); }
.chips { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 6px 8px; font-size: 13px; }
.chips li { border: 1px solid var(--line); border-radius: 999px; padding: 1px 11px; }
dt { margin-top: 8px; } dd { margin: 0; color: var(--dim); }
.search { display: flex; flex-wrap: wrap; gap: 12px; align-items: center; margin-bottom: 16px; color: var(--dim); }
.search input { flex: 1 1 300px; padding: 9px 14px; }
.search input, .search select { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 8px 12px; }
.checks { list-style: none; margin: 0; padding: 0; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
.checks li { display: flex; gap: 14px; padding: 8px 18px; border-bottom: 1px solid var(--line); align-items: baseline; }
.checks li[hidden] { display: none; }
.checks li:last-child { border: 0; }
.checks a { flex: 1; }
.checks code { color: var(--dim); font-size: 12px; }
@media (max-width: 700px) { .checks code { display: none; } }
`;
