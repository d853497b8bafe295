/** The style of the page: clouds and indigo, calm, system fonts with good Japanese ones, light, dark and paper. */
export const pageStyle = `
:root {
  --bg: #f5f6fb; --bg-2: #eceef8; --card: #ffffff; --line: #e0e3f0; --text: #1f2440; --dim: #626a8a; --accent: #4650c8; --accent-2: #6d78ea; --accent-soft: #e8eafc;
  --critical: #b01657; --high: #d8442f; --medium: #c98a12; --low: #2f7fc2; --info: #76809c;
  --critical-soft: #fbe6ef; --high-soft: #fdeae6; --medium-soft: #fcf2da; --low-soft: #e4f0fa; --info-soft: #eceef4;
  --pass: #2c9a6b; --unknown: #8d6fd1; --na: #c3c8da; --manual: #9aa2bf;
  --hero-1: #3a43b5; --hero-2: #6f7df0; --code: #f7f8fd; --shadow: 0 1px 2px rgb(31 36 64 / 6%), 0 6px 20px rgb(31 36 64 / 5%);
  --font: system-ui, -apple-system, "Segoe UI", "Hiragino Sans", "Hiragino Kaku Gothic ProN", "Yu Gothic UI", "Yu Gothic", Meiryo, "Noto Sans JP", "Noto Sans CJK JP", sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Noto Sans Mono", "DejaVu Sans Mono", "Noto Sans CJK JP", monospace;
  color-scheme: light;
}
:root[data-theme="dark"] { --bg: #0f1224; --bg-2: #232949; --card: #181c35; --line: #2a3052; --text: #e6e9fa; --dim: #98a1c6; --accent: #a3acff; --accent-2: #7f8bff; --accent-soft: #262c57;
  --critical: #f0659b; --high: #ff8168; --medium: #e8b34a; --low: #69b1ee; --info: #9aa4c4;
  --critical-soft: #401a31; --high-soft: #43221f; --medium-soft: #3a2f17; --low-soft: #172f47; --info-soft: #262b45;
  --pass: #4cc38f; --unknown: #b59cf3; --na: #414972; --manual: #5d668f; --hero-1: #232a6b; --hero-2: #4450b0; --code: #12162b; --shadow: 0 1px 2px rgb(0 0 0 / 30%), 0 8px 24px rgb(0 0 0 / 22%); color-scheme: dark; }
@media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { --bg: #0f1224; --bg-2: #232949; --card: #181c35; --line: #2a3052; --text: #e6e9fa; --dim: #98a1c6; --accent: #a3acff; --accent-2: #7f8bff; --accent-soft: #262c57;
  --critical: #f0659b; --high: #ff8168; --medium: #e8b34a; --low: #69b1ee; --info: #9aa4c4;
  --critical-soft: #401a31; --high-soft: #43221f; --medium-soft: #3a2f17; --low-soft: #172f47; --info-soft: #262b45;
  --pass: #4cc38f; --unknown: #b59cf3; --na: #414972; --manual: #5d668f; --hero-1: #232a6b; --hero-2: #4450b0; --code: #12162b; --shadow: 0 1px 2px rgb(0 0 0 / 30%), 0 8px 24px rgb(0 0 0 / 22%); color-scheme: dark; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 72px; }
body { margin: 0; background: var(--bg); color: var(--text); font: 15px/1.65 var(--font); -webkit-font-smoothing: antialiased; overflow-wrap: anywhere; }
h1, h2, p, ul, ol, dl, dd { margin: 0; padding: 0; }
h1 { font-size: 26px; line-height: 1.35; letter-spacing: -0.01em; text-wrap: balance; }
h2 { font-size: 15px; font-weight: 650; margin-bottom: 12px; }
ul, ol { list-style: none; }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; text-underline-offset: 3px; }
:focus-visible { outline: 2px solid var(--accent-2); outline-offset: 2px; border-radius: 6px; }
button, select, input { font: inherit; color: inherit; }
button { cursor: pointer; }
code, pre { font-family: var(--mono); font-size: 0.88em; }
.dim { color: var(--dim); }
.note { color: var(--dim); font-size: 13px; margin-top: 10px; }
.note.sub { margin: -6px 0 12px; }
.wide { max-width: 80ch; margin: 0 0 18px; }
.empty { color: var(--dim); padding: 28px; text-align: center; }
.more { margin-top: 14px; font-size: 14px; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 12px; top: 12px; background: var(--card); padding: 8px 14px; border-radius: 8px; z-index: 9; }
.top { position: sticky; top: 0; z-index: 5; background: color-mix(in srgb, var(--card) 88%, transparent); backdrop-filter: blur(12px); border-bottom: 1px solid var(--line); }
.top-in { max-width: 1240px; margin: 0 auto; padding: 0 24px; display: flex; align-items: center; gap: 28px; height: 60px; }
.brand { display: flex; align-items: center; gap: 10px; font-weight: 700; font-size: 17px; color: var(--text); letter-spacing: -0.01em; }
.brand:hover { text-decoration: none; }
.brand small { color: var(--dim); font-weight: 500; font-size: 13px; letter-spacing: 0.1em; }
.logo { width: 32px; height: 32px; }
.logo-cloud { fill: var(--accent-2); }
.logo-eye { fill: var(--card); }
.logo-pupil { fill: var(--hero-1); }
.tabs-top { display: flex; gap: 4px; flex: 1; overflow-x: auto; scrollbar-width: none; }
.tabs-top a { color: var(--dim); padding: 6px 12px; border-radius: 8px; white-space: nowrap; font-weight: 500; font-size: 14px; }
.tabs-top a:hover { background: var(--bg-2); text-decoration: none; color: var(--text); }
.tabs-top a[aria-current] { background: var(--accent-soft); color: var(--accent); }
.count { margin-left: 6px; font-size: 12px; font-variant-numeric: tabular-nums; opacity: 0.75; }
.tools { display: flex; gap: 10px; align-items: center; }
.switch { display: flex; border: 1px solid var(--line); border-radius: 999px; padding: 2px; background: var(--bg-2); }
.switch button { border: 0; background: none; padding: 2px 12px; border-radius: 999px; font-size: 13px; color: var(--dim); white-space: nowrap; }
.switch button[aria-pressed="true"] { background: var(--card); color: var(--text); box-shadow: var(--shadow); }
.theme { border: 1px solid var(--line); background: var(--bg-2); border-radius: 999px; width: 32px; height: 32px; line-height: 1; font-size: 16px; color: var(--dim); }
main { max-width: 1240px; margin: 0 auto; padding: 24px 24px 48px; outline: none; }
.foot { max-width: 1240px; margin: 0 auto; padding: 0 24px 40px; color: var(--dim); font-size: 13px; }
.page-title { margin-bottom: 16px; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 16px; padding: 20px 22px; box-shadow: var(--shadow); margin-bottom: 20px; min-width: 0; }
.grid { display: grid; gap: 20px; }
.grid.two { grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr)); }
.grid.finding { grid-template-columns: minmax(0, 1fr) 320px; align-items: start; }
.grid > .card { height: calc(100% - 20px); }
.stack-y > .card { margin-bottom: 20px; }
.stack-y { min-width: 0; }
.hero { position: relative; overflow: hidden; border-radius: 20px; padding: 40px 40px 36px; color: #fff; background: linear-gradient(115deg, var(--hero-1), var(--hero-2)); margin-bottom: 20px; box-shadow: var(--shadow); }
.hero-text { position: relative; max-width: 760px; }
.hero h1 { font-size: 32px; }
.hero p { opacity: 0.92; margin-top: 6px; font-size: 16px; }
.hero .hero-meta { display: flex; flex-wrap: wrap; gap: 6px 18px; margin-top: 20px; font-size: 13px; opacity: 0.8; }
.cloud-art { overflow: visible; position: absolute; right: 0; bottom: 0; height: 120%; width: 46%; }
.cloud-1 { fill: rgb(255 255 255 / 10%); }
.cloud-2 { fill: rgb(255 255 255 / 13%); }
.donut-row { display: flex; align-items: center; gap: 32px; flex-wrap: wrap; }
.donut-box { position: relative; width: 170px; height: 170px; flex: none; }
.donut { width: 100%; height: 100%; }
.arc { fill: none; stroke-width: 17; }
.arc.track { stroke: var(--bg-2); }
.arc.critical { stroke: var(--critical); } .arc.high { stroke: var(--high); } .arc.medium { stroke: var(--medium); } .arc.low { stroke: var(--low); } .arc.info { stroke: var(--info); }
.donut-center { position: absolute; inset: 0; display: grid; place-content: center; text-align: center; }
.donut-center strong { font-size: 32px; line-height: 1.1; font-variant-numeric: tabular-nums; }
.donut-center.long strong { font-size: 23px; }
.donut-center span { font-size: 13px; color: var(--dim); }
.legend { flex: 1; min-width: 180px; display: grid; gap: 6px; font-size: 14px; }
.legend li { display: grid; grid-template-columns: 12px 1fr auto; gap: 10px; align-items: center; }
.legend a { color: inherit; }
.legend.wide-legend { display: flex; flex-wrap: wrap; gap: 6px 26px; }
.legend strong { font-variant-numeric: tabular-nums; }
.dot { display: inline-block; width: 10px; height: 10px; border-radius: 50%; flex: none; background: var(--na); }
.dot.critical, .bar.critical { background: var(--critical); } .dot.high, .bar.high { background: var(--high); } .dot.medium, .bar.medium { background: var(--medium); } .dot.low, .bar.low { background: var(--low); } .dot.info, .bar.info { background: var(--info); }
.v-pass, .dot.c-passing { background: var(--pass); } .v-fail, .dot.c-failing { background: var(--high); } .v-unknown, .dot.c-unknown { background: var(--unknown); } .v-na, .dot.c-notAssessed { background: var(--na); } .v-manual, .dot.c-manual { background: var(--manual); }
.stack { display: flex; height: 12px; border-radius: 999px; overflow: hidden; gap: 2px; background: var(--bg-2); margin-bottom: 16px; }
.stack span { min-width: 4px; }
.bars a, .rank a { display: grid; align-items: center; gap: 14px; padding: 9px 10px; margin: 0 -10px; border-radius: 10px; color: inherit; }
.bars a { grid-template-columns: 84px minmax(0, 1.6fr) minmax(60px, 1fr) 52px; }
.bars a:hover, .rank a:hover, .fw:hover { background: var(--bg-2); text-decoration: none; }
.bars strong { text-align: right; font-variant-numeric: tabular-nums; }
.bar-track { height: 8px; border-radius: 999px; background: var(--bg-2); overflow: hidden; }
.bar { display: block; height: 100%; border-radius: 999px; }
.rank a { grid-template-columns: minmax(0, 1fr) auto; }
.rank a > span:first-child { display: grid; min-width: 0; }
.rank code { color: var(--dim); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.pills { display: flex; gap: 5px; }
.mini { min-width: 26px; text-align: center; padding: 0 7px; border-radius: 7px; font-size: 12px; font-weight: 650; line-height: 22px; font-variant-numeric: tabular-nums; }
.badge { display: inline-block; padding: 1px 10px; border-radius: 999px; font-size: 12px; font-weight: 650; line-height: 22px; white-space: nowrap; justify-self: start; }
.badge.critical, .mini.critical { background: var(--critical-soft); color: var(--critical); } .badge.high, .mini.high, .mini.fail { background: var(--high-soft); color: var(--high); } .badge.medium, .mini.medium { background: var(--medium-soft); color: color-mix(in srgb, var(--medium) 82%, var(--text)); } .badge.low, .mini.low { background: var(--low-soft); color: var(--low); } .badge.info, .mini.info { background: var(--info-soft); color: var(--info); }
.pill { display: inline-block; padding: 0 9px; border-radius: 7px; font-size: 12px; line-height: 22px; background: var(--bg-2); color: var(--dim); white-space: nowrap; }
.pill.unknown, .pill.s-unresolved { background: color-mix(in srgb, var(--unknown) 16%, transparent); color: var(--unknown); }
.pill.pass { background: color-mix(in srgb, var(--pass) 16%, transparent); color: var(--pass); }
.pill.d-error { background: var(--high-soft); color: var(--high); } .pill.d-warning { background: var(--medium-soft); color: var(--medium); }
.fw-list { display: grid; gap: 2px; }
.fw { display: grid; grid-template-columns: minmax(200px, 1fr) minmax(140px, 1fr) minmax(300px, 1.5fr); gap: 20px; align-items: center; padding: 10px; margin: 0 -10px; border-radius: 10px; color: inherit; }
.fw .stack { margin: 0; height: 9px; }
.fw-counts { display: flex; gap: 6px 14px; flex-wrap: wrap; font-size: 13px; color: var(--dim); }
.fw-count { display: inline-flex; align-items: center; gap: 6px; white-space: nowrap; }
.filters { display: grid; gap: 14px; margin-bottom: 16px; }
.filters input { width: 100%; padding: 10px 14px; border-radius: 10px; border: 1px solid var(--line); background: var(--bg); font-size: 15px; }
.chips { display: flex; gap: 8px; flex-wrap: wrap; }
main > .chips { margin-bottom: 16px; }
.chip { display: inline-flex; align-items: center; gap: 8px; padding: 4px 13px; border-radius: 999px; border: 1px solid var(--line); background: var(--card); font-size: 14px; color: inherit; }
.chip:hover { border-color: var(--accent-2); text-decoration: none; }
.chip[aria-pressed="true"] { background: var(--accent-soft); border-color: var(--accent-2); }
.chip strong { font-variant-numeric: tabular-nums; font-weight: 600; color: var(--dim); }
.fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(170px, 1fr)); gap: 12px; }
.field { display: grid; gap: 3px; font-size: 12px; color: var(--dim); min-width: 0; }
.field select { width: 100%; padding: 7px 10px; border-radius: 9px; border: 1px solid var(--line); background: var(--bg); color: var(--text); font-size: 14px; }
.result-head { display: flex; gap: 18px; align-items: baseline; margin: 0 4px 10px; font-size: 14px; color: var(--dim); }
.result-head .keys { margin-left: auto; font-size: 12px; }
.vlist { position: relative; }
.row { position: absolute; left: 0; right: 0; height: 80px; display: grid; grid-template-columns: 92px minmax(0, 1fr) auto; gap: 14px; align-items: center; padding: 0 18px; border-radius: 12px; background: var(--card); border: 1px solid var(--line); color: inherit; overflow: hidden; }
.row::before, .finding-head::before { content: ""; position: absolute; left: 0; top: 0; bottom: 0; width: 4px; background: var(--tone, var(--na)); }
.row:hover, .row:focus { border-color: var(--accent-2); text-decoration: none; box-shadow: var(--shadow); }
.row.critical, .finding-head.critical { --tone: var(--critical); } .row.high, .finding-head.high { --tone: var(--high); } .row.medium, .finding-head.medium { --tone: var(--medium); } .row.low, .finding-head.low { --tone: var(--low); } .row.info, .finding-head.info { --tone: var(--info); }
.row.is-suppressed { opacity: 0.65; }
.row-main { display: grid; gap: 0; line-height: 1.45; }
.row-main > * { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.row-title { font-weight: 620; }
.row-message { font-size: 13px; color: var(--dim); }
.row-where { font-size: 12.5px; color: var(--dim); display: flex; gap: 14px; }
.row-where code { overflow: hidden; text-overflow: ellipsis; }
.row-where .dim { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; min-width: 80px; }
.row-pills { display: flex; gap: 6px; }
.row.with-scope { grid-template-columns: 92px minmax(0, 1fr) minmax(0, 190px) auto; }
.row-scope { display: grid; font-size: 12.5px; color: var(--dim); min-width: 0; }
.row-scope > * { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.row-where .narrow { display: none; }
.notice { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: baseline; color: inherit; border-left: 4px solid var(--unknown); font-size: 14px; }
.notice:hover { text-decoration: none; border-color: var(--accent-2); } .notice .go { margin-left: auto; color: var(--accent); }
.lacking { font-weight: 550; overflow-wrap: anywhere; }
.crumbs { display: flex; justify-content: space-between; margin-bottom: 14px; font-size: 14px; gap: 16px; }
.pager { display: flex; gap: 16px; font-variant-numeric: tabular-nums; }
.finding-head { background: var(--card); border: 1px solid var(--line); position: relative; overflow: hidden; border-radius: 16px; padding: 22px 26px; margin-bottom: 20px; box-shadow: var(--shadow); }
.head-pills { display: flex; gap: 8px; margin-bottom: 8px; }
.lead { margin-top: 6px; font-size: 16px; color: var(--dim); }
.suppression { display: flex; flex-wrap: wrap; gap: 6px 18px; background: var(--bg-2); }
.code-card { padding: 0; overflow: hidden; }
.code-card h2 { margin: 0; padding: 12px 20px; border-bottom: 1px solid var(--line); font-weight: 500; color: var(--dim); }
.code { background: var(--code); padding: 12px 0; overflow-x: auto; font: 13.5px/1.75 var(--mono); }
.line { display: grid; grid-template-columns: 64px minmax(0, max-content); white-space: pre; min-width: 100%; width: max-content; }
.line-number { color: var(--dim); text-align: right; padding-right: 18px; user-select: none; opacity: 0.7; }
.line-text { padding-right: 20px; }
.line.marked { background: var(--high-soft); }
.critical .line.marked { background: var(--critical-soft); } .medium .line.marked { background: var(--medium-soft); } .low .line.marked { background: var(--low-soft); } .info .line.marked { background: var(--info-soft); }
.line.marked .line-number { opacity: 1; font-weight: 700; color: var(--text); }
mark { background: none; color: inherit; text-decoration: underline wavy var(--high) 1.5px; text-underline-offset: 5px; }
.critical mark { text-decoration-color: var(--critical); } .medium mark { text-decoration-color: var(--medium); } .low mark { text-decoration-color: var(--low); } .info mark { text-decoration-color: var(--info); }
mark.absent { text-decoration-style: dashed; }
.note-line { color: var(--dim); font-family: var(--font); font-size: 13px; white-space: normal; width: auto; }
.note-line .line-text { padding-top: 2px; }
.chain { display: flex; flex-wrap: wrap; gap: 10px 0; }
.chain li { display: flex; align-items: center; min-width: 0; }
.chain li:not(:last-child)::after { content: "→"; color: var(--accent-2); padding: 0 10px; font-size: 18px; }
.step { display: grid; border: 1px solid var(--line); background: var(--code); border-radius: 10px; padding: 7px 13px; line-height: 1.45; min-width: 0; }
.chain li:first-child .step { border-color: var(--accent-2); background: var(--accent-soft); }
.step small { color: var(--accent); font-size: 11.5px; }
.step strong { font-family: var(--mono); font-weight: 600; font-size: 13px; }
.step code { color: var(--dim); font-size: 12px; }
.fix-summary { font-weight: 550; }
.caution { margin: 8px 0; padding-left: 10px; border-left: 3px solid var(--medium); }
.tabs { display: flex; gap: 4px; margin: 14px 0 10px; border-bottom: 1px solid var(--line); }
.tabs button { border: 0; background: none; padding: 6px 12px; color: var(--dim); border-bottom: 2px solid transparent; margin-bottom: -1px; font-size: 14px; }
.tabs button[aria-selected="true"] { color: var(--accent); border-color: var(--accent-2); }
.snippet { position: relative; }
.snippet pre { margin: 0; background: var(--code); border: 1px solid var(--line); border-radius: 10px; padding: 14px 16px; overflow-x: auto; font-size: 13px; line-height: 1.65; white-space: pre; }
.copy { position: absolute; top: 8px; right: 8px; border: 1px solid var(--line); background: var(--card); border-radius: 7px; font-size: 12px; padding: 2px 10px; color: var(--dim); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th { text-align: left; color: var(--dim); font-weight: 550; font-size: 12.5px; padding: 6px 12px 6px 0; border-bottom: 1px solid var(--line); white-space: nowrap; }
td .call, td .when { white-space: nowrap; }
td { padding: 8px 12px 8px 0; border-bottom: 1px solid var(--line); vertical-align: top; min-width: 56px; }
tr:last-child td { border-bottom: 0; }
.state { display: inline-flex; gap: 8px; align-items: center; white-space: nowrap; }
.instances { display: grid; gap: 8px; }
.instances li { display: grid; }
.facts { display: grid; gap: 10px; font-size: 14px; }
.facts dt { color: var(--dim); font-size: 12px; }
.facts dd { margin-top: -8px; }
.tag { display: inline-block; background: var(--bg-2); border-radius: 7px; padding: 1px 9px; margin: 2px 5px 2px 0; font-size: 12.5px; }
.plain { display: grid; gap: 6px; font-size: 14px; }
@media (max-width: 860px) {
  .top-in { flex-wrap: wrap; height: auto; padding: 10px 16px; gap: 8px 16px; } .tabs-top { order: 3; flex-basis: 100%; } .tools { margin-left: auto; }
  main { padding: 16px; } .grid.finding { grid-template-columns: minmax(0, 1fr); } .hero { padding: 28px 24px; } .hero h1 { font-size: 25px; }
  .fields { grid-template-columns: 1fr 1fr; } .fw { grid-template-columns: 1fr; gap: 8px; } .bars a { grid-template-columns: 72px minmax(0, 1fr) 40px; } .bar-track { display: none; } .row { grid-template-columns: minmax(0, 1fr) auto; padding: 0 14px; } .row.with-scope { grid-template-columns: minmax(0, 1fr) auto; } .row-badge, .row-scope, .keys { display: none; } .row-where .narrow { display: inline; }
}
@media print {
  :root { --bg: #fff; --card: #fff; --shadow: none; }
  .top, .foot, .filters, .crumbs, .copy, .keys, .cloud-art { display: none; }
  main { max-width: none; padding: 0; } .hero { color: #000; background: none; border: 1px solid #ccc; }
  .row { position: static; height: auto; padding: 8px 14px; margin-bottom: 6px; break-inside: avoid; } .card { break-inside: avoid; }
  * { print-color-adjust: exact; }
}
`;
