/** Building elements, language, theme. User data only ever becomes text nodes and checked attributes. */
export const domScript = String.raw`
const SVG = 'http://www.w3.org/2000/svg';
const SVG_TAGS = new Set(['svg', 'circle', 'rect', 'path', 'g', 'title']);

function h(tag, attributes, ...children) {
  const element = SVG_TAGS.has(tag) ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value') element.value = value;
    else if (name !== 'href' || /^(#|https?:\/\/)/.test(value)) element.setAttribute(name, value === true ? '' : value);
  }
  for (const child of children.flat(3)) if (child !== null && child !== undefined && child !== false) element.append(child);
  return element;
}

const memory = {
  get(key) { try { return localStorage.getItem('kumomori.' + key); } catch { return null; } },
  set(key, value) { try { localStorage.setItem('kumomori.' + key, value); } catch { /* a browser that keeps nothing for files */ } },
};

let language = memory.get('language') || report.language;
let theme = memory.get('theme');

function say(key, values) {
  const message = report.languages[language][key] || key;
  return values ? message.replace(/\{(\w+)\}/g, (_, name) => values[name]) : message;
}
const number = (value) => value.toLocaleString(language === 'ja' ? 'ja-JP' : 'en-US');

function setLanguage(next) {
  if (next !== 'en' && next !== 'ja') return;
  language = next;
  memory.set('language', next);
}
function setTheme(next) {
  theme = next;
  memory.set('theme', next);
  document.documentElement.dataset.theme = next;
}
function isDark() {
  return theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

function badge(severity) { return h('span', { class: 'badge ' + severity }, say(severity)); }
function pill(content, kind) { return h('span', { class: 'pill ' + (kind || '') }, content); }
function card(title, ...content) { return h('section', { class: 'card' }, title && h('h2', {}, title), ...content); }
function mono(content, kind) { return h('code', { class: kind || '' }, content); }
function empty(message) { return h('p', { class: 'empty' }, message); }
function countBy(list, keyOf) {
  const counts = new Map();
  for (const one of list) counts.set(keyOf(one), (counts.get(keyOf(one)) || 0) + 1);
  return counts;
}

function dataTable(titles, rows) {
  return h('div', { class: 'scroll' }, h('table', {},
    h('thead', {}, h('tr', {}, titles.map((title) => h('th', { scope: 'col' }, title)))),
    h('tbody', {}, rows.map((row) => h('tr', {}, row.map((cell) => h('td', {}, cell)))))));
}

/** Address of a view; empty parameters are left out. */
function link(path, parameters) {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(parameters || {})) if (value) query.set(key, value);
  const tail = query.toString();
  return '#/' + path + (tail ? '?' + tail : '');
}
`;
