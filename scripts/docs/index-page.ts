/** The list of all checks, with a search that needs no server. */
import type { Language } from '@kumomori/model';
import type { Catalogue } from '../../packages/app/src/catalogue/index.ts';
import { escape, page } from './html.ts';
import { docsWords } from './words.ts';

export function indexPage({ checks }: Catalogue, language: Language): string {
  const words = docsWords[language];
  const providers = [...new Set(checks.map(({ id }) => id.slice(0, id.indexOf('-'))))];
  const rows = checks.map(({ id, check }) => {
    // Both languages and all foreign ids are searched.
    const text = [id, check.title.en, check.title.ja, check.on, ...check.equivalents].join(' ').toLowerCase();
    return `<li data-text="${escape(text)}" data-provider="${id.slice(0, id.indexOf('-'))}" data-severity="${check.severity}"><span class="severity ${check.severity}">${check.severity}</span><a href="${id}.html">${escape(check.title[language])}</a><code>${id}</code></li>`;
  });
  const options = (values: readonly string[]): string =>
    [`<option value="">${words.all}</option>`, ...values.map((value) => `<option>${value}</option>`)].join('');
  const body = `<h1>${words.title}</h1>
<form class="search" onsubmit="return false"><input id="q" type="search" placeholder="${escape(words.search)}" aria-label="${escape(words.search)}" autofocus>
<label>${words.provider} <select id="p">${options(providers)}</select></label>
<label>${words.severity} <select id="s">${options(['critical', 'high', 'medium', 'low', 'info'])}</select></label>
<output id="n">${checks.length} ${words.found}</output></form>
<ul class="checks" id="list">
${rows.join('\n')}
</ul>
<script>
const [q, p, s, n] = ['q', 'p', 's', 'n'].map((id) => document.getElementById(id));
const rows = [...document.querySelectorAll('#list li')];
const filter = () => {
  const wanted = q.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let count = 0;
  for (const row of rows) {
    const { text, provider, severity } = row.dataset;
    const shown = wanted.every((word) => text.includes(word)) && (p.value === '' || provider === p.value) && (s.value === '' || severity === s.value);
    row.hidden = !shown;
    if (shown) count++;
  }
  n.textContent = count + ' ${words.found}';
  history.replaceState(null, '', q.value ? '#' + encodeURIComponent(q.value) : location.pathname);
};
q.value = decodeURIComponent(location.hash.slice(1));
for (const each of [q, p, s]) each.addEventListener('input', filter);
filter();
</script>`;
  return page(words.title, body, { language, other: `../${language === 'en' ? 'ja' : 'en'}/index.html` });
}
