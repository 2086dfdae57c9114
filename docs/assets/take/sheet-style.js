// How a hand-out looks, on the screen, on paper and in the page that is saved: as text, because a page
// opened from a stick cannot read its own style sheets.
window.edition.sheetStyle = `
.sheet { max-width: 48rem; margin: 0 auto; padding: 1rem; color: #000; background: #fff; font: 1rem/1.6 "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, "Noto Serif", Georgia, "Times New Roman", serif; }
.sheet :lang(zh) { font-family: "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif; }
.sheet :not(:lang(zh)) { font-family: "Noto Serif", Cambria, "PT Serif", Georgia, "Noto Naskh Arabic", "Times New Roman", "Noto Serif CJK SC", SimSun, serif; }
.sheet h1 { font-size: 1.5rem; margin: 0; } .sheet h2 { font-size: 1.2rem; margin: 1.5rem 0 .5rem; } .sheet h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
.sheet__about, .sheet__foot, .sheet .ours, .sheet .aid__mark { font-size: .8125rem; color: #444; margin: .25rem 0; }
.sheet .aid__mark { font-style: italic; }
.sheet__head { border-bottom: 1px solid #000; padding-bottom: .5rem; margin-bottom: .75rem; }
.sheet__passages { list-style: none; counter-reset: passage; margin: 0; padding: 0; }
.passage { counter-increment: passage; display: grid; grid-template-columns: 2rem minmax(0, 1fr) auto; gap: 0 .75rem; padding: .75rem 0; border-bottom: 1px solid #bbb; }
.passage::before { content: counter(passage); font-weight: 700; }
.passage__words { margin: 0 0 .25rem; text-align: match-parent; }
.passage__words:lang(ar) { line-height: 1.8; }
.passage__source { margin: .25rem 0 0; font-size: .8125rem; line-height: 1.45; }
.passage__link { overflow-wrap: anywhere; color: #333; }
.passage__qr svg { display: block; width: 26mm; height: 26mm; }
.sheet table { border-collapse: collapse; width: 100%; font-size: .875rem; line-height: 1.4; } .sheet th, .sheet td { border: 1px solid #bbb; padding: .2rem .4rem; text-align: start; vertical-align: top; }
.sheet th { background: #eee; }
.sheet ol { margin: 0; padding-inline-start: 1.75rem; } .sheet ol.sheet__passages { padding: 0; } .sheet li { margin: .35rem 0; } .sheet .passage { margin: 0; }
.exercise__letters { list-style: upper-alpha; }
.exercise__sides { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.5rem; }
.exercise__bank { margin: .25rem 0; padding: .3rem .6rem; border: 1px solid #bbb; }
.exercise__boxes { display: block; font-size: .875rem; }
.blank { display: inline-block; min-width: 6em; line-height: 1; border-bottom: 1px solid #000; } .blank--long { display: block; width: 60%; min-height: 1.6em; }
.passage__tools { grid-column: 1 / -1; display: flex; gap: .5rem; justify-content: flex-end; margin: 0; }
.passage__tools button { min-width: 2.75rem; min-height: 2.75rem; border: 1px solid #bbb; border-radius: 3px; background: #f6f6f6; color: #000; font: inherit; cursor: pointer; }
@media (max-width: 36rem) { .passage { grid-template-columns: 1.5rem minmax(0, 1fr); } .passage__qr { grid-column: 2; } .exercise__sides { grid-template-columns: 1fr; } }
@media print {
  .sheet { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.5; } .passage__tools { display: none; }
  .passage { grid-template-columns: 2rem minmax(0, 1fr) auto; } .passage__qr { grid-column: auto; }
  .passage, .exercise li, .sheet tr { break-inside: avoid; } .sheet h2, .sheet h3 { break-after: avoid; }
  .sheet__tasks, .sheet__key { break-before: page; } .sheet thead { display: table-header-group; }
}`;
