/** The frame of the page: header, addresses, keys. */
export const appScript = String.raw`
let onScroll = () => {};
let onPrint = () => {};
let onMove = () => {};
let lastPath = null;
const app = document.getElementById('app');

function readAddress() {
  const hash = location.hash.replace(/^#\/?/, '');
  const at = hash.indexOf('?');
  const parameters = Object.fromEntries(new URLSearchParams(at < 0 ? '' : hash.slice(at + 1)));
  const parts = (at < 0 ? hash : hash.slice(0, at)).split('/').map((part) => { try { return decodeURIComponent(part); } catch { return part; } });
  return { page: parts[0] || 'overview', id: parts[1] || '', parameters };
}

function viewOf(address) {
  switch (address.page) {
    case 'findings': return findingsPage(address.parameters);
    case 'finding': return findingPage(address.id);
    case 'frameworks': return frameworksPage();
    case 'framework': return frameworkPage(address.id, address.parameters);
    case 'external': return externalPage();
    case 'exceptions': return exceptionsPage();
    case 'coverage': return coveragePage();
    case 'diagnostics': return diagnosticsPage();
    default: return overviewPage();
  }
}

function header(page) {
  const tabs = [
    ['overview', null, ['overview']],
    ['findings', openFindings.length, ['findings', 'finding']],
    ['frameworks', report.frameworks.length, ['frameworks', 'framework']],
    ...(report.external ? [['external', report.external.length, ['external']]] : []),
    ['exceptions', report.summary.suppressed, ['exceptions']],
    ...(report.live || report.coverage.length > 0 ? [['coverage', report.coverage.length, ['coverage']]] : []),
    ['diagnostics', report.diagnostics.length, ['diagnostics']],
  ];
  const languageButton = (id, title) => h('button', { type: 'button', lang: id, 'aria-pressed': String(language === id), onclick: () => { setLanguage(id); render(); } }, title);
  return h('header', { class: 'top' },
    h('a', { class: 'skip', href: '#content', onclick: (event) => { event.preventDefault(); document.getElementById('content').focus(); } }, say('skip')),
    h('div', { class: 'top-in' },
      h('a', { class: 'brand', href: '#/' }, logo(), h('span', {}, 'kumomori'), h('small', {}, '雲守')),
      h('nav', { class: 'tabs-top' }, tabs.map(([id, count, pages]) => h('a', { href: link(id === 'overview' ? '' : id), 'aria-current': pages.includes(page) ? 'page' : null }, say(id), count ? h('span', { class: 'count' }, number(count)) : null))),
      h('div', { class: 'tools' },
        h('div', { class: 'switch', role: 'group' }, languageButton('en', 'EN'), languageButton('ja', '日本語')),
        h('button', { type: 'button', class: 'theme', title: say('themeSwitch'), 'aria-label': say('themeSwitch'), onclick: () => { setTheme(isDark() ? 'light' : 'dark'); } }, '◐'))));
}

function render() {
  const address = readAddress();
  if (address.parameters.lang) { setLanguage(address.parameters.lang); delete address.parameters.lang; }
  if (address.parameters.theme) { setTheme(address.parameters.theme === 'dark' ? 'dark' : 'light'); delete address.parameters.theme; }
  onScroll = onPrint = onMove = () => {};
  document.documentElement.lang = language;
  document.title = 'kumomori · ' + say(address.page === 'finding' ? 'findings' : address.page === 'framework' ? 'frameworks' : address.page);
  const content = h('main', { id: 'content', tabindex: -1 }, viewOf(address));
  app.replaceChildren(header(address.page), content, h('footer', { class: 'foot' }, say('madeBy', { version: report.tool.version })));
  const tab = app.querySelector('.tabs-top [aria-current]');
  if (tab) tab.parentElement.scrollLeft = tab.offsetLeft - tab.parentElement.offsetLeft - 40;
  const path = address.page + '/' + address.id;
  if (path !== lastPath) scrollTo(0, 0);
  lastPath = path;
  onScroll();
}

addEventListener('hashchange', render);
addEventListener('scroll', () => onScroll(), { passive: true });
addEventListener('resize', () => onScroll(), { passive: true });
addEventListener('beforeprint', () => onPrint());
addEventListener('afterprint', render);
addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
  if (event.key === 'Escape') {
    if (isTyping) event.target.blur();
    else if (readAddress().page === 'finding') location.hash = link('findings');
    return;
  }
  if (isTyping) return;
  const page = readAddress().page;
  if (event.key === '/') {
    event.preventDefault();
    if (page !== 'findings') { location.hash = link('findings'); setTimeout(focusSearch, 50); } else focusSearch();
  } else if (event.key === 'j' || event.key === 'k') {
    const step = event.key === 'j' ? 1 : -1;
    if (page === 'findings') onMove(step);
    else if (page === 'finding') openNeighbour(step);
  }
});

function focusSearch() {
  const search = document.getElementById('search');
  if (search) search.focus();
}
function openNeighbour(step) {
  const at = shownFindings.indexOf(findingById.get(readAddress().id));
  const next = at < 0 ? undefined : shownFindings[at + step];
  if (next) location.hash = link('finding/' + encodeURIComponent(next.id));
}

if (theme) document.documentElement.dataset.theme = theme;
render();
`;
