/** How the page looks that one shows to others: dark letters on white, or the reverse. */
export const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
h1 { margin: 1rem 0 0; }
h2 { margin: 2rem 0 0.5rem; font-size: 1.2rem; }
table { border-collapse: collapse; margin: 0.5rem 0; }
td, th { padding: 0.25rem 0.75rem 0.25rem 0; text-align: left; vertical-align: top; }
tr.passed td:first-child { color: #1a7f37; font-weight: bold; }
tr.failed td:first-child { color: #cf222e; font-weight: bold; }
ul { list-style: none; margin: 0; padding: 0; }
.stack li, .key { display: inline-block; margin: 0 0.25rem 0.25rem 0; padding: 0 0.5rem; border: 1px solid #888; border-radius: 4px; font-weight: normal; }
li.yours, b.yours, li.solution { background: #1a7f37; color: #fff; border-color: #1a7f37; }
li.ours, b.ours { border-style: dashed; }
.legend li { margin: 0.2rem 0; }
.legend b, .bytes span { padding: 0.1rem 0.3rem; border-radius: 3px; font-family: ui-monospace, monospace; color: #111; }
.title { margin: 1rem 0 0; }
.bytes { margin: 0; line-height: 1.9; font-size: 0.9rem; overflow-wrap: anywhere; }
.by-F { background: #c9d7f8; } .by-W { background: #f7d9b0; } .by-I { background: #f3ea9d; }
.by-H { background: #f5c1c9; } .by-M { background: #bfe6c5; } .by-T { background: #d9c8f2; }
.by-V { background: #b5e3e6; } .by-P { background: #e3e3e3; }
`;
