import { styleFor } from '../palette.js'

const LIGHT =
  '--paper:#fff;--ink:#1b1f24;--faint:#57606a;--line:#d0d7de;--soft:#f4f6f8;--running:#1f5fa8;--over:#a3201a;--on-over:#fff;--link:#0a58a5'
const DARK =
  '--paper:#0d1117;--ink:#e6edf3;--faint:#9aa4af;--line:#3d444d;--soft:#161b22;--running:#5aa2f0;--over:#f2857c;--on-over:#2b0502;--link:#79b8ff'

/** The style of a page, with that of its pictures, which bring none of their own. */
export const STYLE = `:root{color-scheme:light dark;${LIGHT}}
@media screen and (prefers-color-scheme:dark){:root{${DARK}}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main,header{max-width:1100px;margin:0 auto;padding:0 20px}
h1{font-size:1.7rem;margin:28px 0 4px}h2{font-size:1.25rem;margin:36px 0 8px}h3{font-size:1rem;margin:0}
p{margin:4px 0}.faint,figcaption{color:var(--faint)}
a{color:var(--link)}:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-999px}.skip:focus{left:12px;top:8px;background:var(--paper);padding:6px 10px;z-index:1}
.figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(155px,1fr));gap:12px;padding:0;margin:16px 0;list-style:none}
.figures li{border:1px solid var(--line);border-radius:8px;padding:10px 14px;background:var(--soft)}
.figures strong{display:block;font-size:1.6rem;line-height:1.2;font-variant-numeric:tabular-nums}
.figures span{display:block}.figures .alarm strong{color:var(--over)}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{text-align:left;padding:6px 10px;border-bottom:1px solid var(--line);vertical-align:top}
thead th{border-bottom:2px solid var(--ink);font-size:.88rem;vertical-align:bottom}
tbody th{min-width:9rem;font-weight:600}#rules~.wide tbody th{min-width:15rem}
td.number,th.number{text-align:right;white-space:nowrap}
th button{font:inherit;color:inherit;background:none;border:0;padding:0;cursor:pointer;text-decoration:underline dotted}
th[aria-sort=ascending] button::after{content:" ▲"}th[aria-sort=descending] button::after{content:" ▼"}
tbody.case tr:first-child>*{border-bottom:0}tbody.case .picture{padding:0 0 10px}
.charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(330px,1fr));gap:18px 24px}
figure{margin:0;break-inside:avoid}
.chart,.service-time{max-width:100%;height:auto}.chart text{font-family:inherit}
details{margin:8px 0}summary{cursor:pointer;color:var(--link)}
form{display:flex;flex-wrap:wrap;gap:10px 18px;align-items:end;margin:10px 0}form[hidden],[hidden]{display:none}
label{display:grid;gap:2px;font-size:.88rem}input,select{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--faint);border-radius:5px;padding:5px 8px;min-width:200px}
footer{max-width:1100px;margin:40px auto 24px;padding:0 20px}
@media print{form,.skip,details:not([open])>summary{display:none}body{font-size:11pt}tbody.case{break-inside:avoid}}
${styleFor('auto')}`
