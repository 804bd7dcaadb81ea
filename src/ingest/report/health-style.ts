// How the page of the health report looks: calm, in the reader's own light or dark, and good on paper.

/** The page's style sheet. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1f2937; --soft: #6b7280; --line: #e5e7eb; --ground: #fafaf9; --card: #fff; --warn: #b45309; --bad: #b91c1c; --mark: #fef3c7; }
@media (prefers-color-scheme: dark) { :root { --ink: #e5e7eb; --soft: #9ca3af; --line: #374151; --ground: #111827; --card: #1f2937; --warn: #fbbf24; --bad: #f87171; --mark: #78350f; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { max-width: 68rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1 { margin: 0; font-size: 1.7rem; font-weight: 600; }
h2 { margin: 2.5rem 0 .75rem; font-size: 1.1rem; font-weight: 600; }
h2 small, header p, footer, .more, cite, td i, .none { color: var(--soft); font-weight: 400; }
header p { margin: .25rem 0 0; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(7.5rem, 1fr)); gap: .75rem; margin-top: 1.5rem; }
.tile { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: .75rem 1rem; }
.tile b { display: block; font-size: 1.35rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.tile span { color: var(--soft); font-size: .85rem; }
.tile.calm b { color: var(--soft); } .tile.warn b { color: var(--warn); } .tile.bad b { color: var(--bad); }
ul { list-style: none; margin: 0; padding: 0; }
li { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: .75rem 1rem; margin-bottom: .5rem; overflow-wrap: anywhere; }
li em { color: var(--warn); font-style: normal; font-size: .85rem; margin-left: .4rem; }
blockquote { margin: .5rem 0 0; padding-left: .75rem; border-left: 3px solid var(--line); }
cite { display: block; font-style: normal; font-size: .85rem; }
mark { background: var(--mark); color: inherit; border-radius: .2rem; padding: 0 .15em; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .88rem; }
th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
th { color: var(--soft); font-weight: 500; white-space: nowrap; }
td.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td i { font-size: .8rem; }
.flag { color: var(--warn); font-weight: 700; margin-left: .4rem; }
footer { margin-top: 2.5rem; font-size: .85rem; }
@media print { body { background: none; } li, .tile { break-inside: avoid; } }
`;
