/** One check: why, how to fix it, its examples with the verdict that running them gave. */
import type { CatalogueEntry, Example, Language } from '@kumomori/model';
import { exampleFormats, resourceReaders, snippetsOf } from '@kumomori/model';
import type { Catalogue } from '../../packages/app/src/catalogue/index.ts';
import { exampleFiles } from '../../packages/app/src/use-cases/example-resources.ts';
import { runExample } from '../../packages/app/src/use-cases/test-checks.ts';
import { code, escape, list, page, section } from './html.ts';
import { docsWords } from './words.ts';

export function checkPage(entry: CatalogueEntry, catalogue: Catalogue, language: Language): string {
  const { id, check } = entry;
  const words = docsWords[language];
  const reader = resourceReaders.find(({ type }) => type === check.on);
  const facts = [
    `<span class="severity ${check.severity}">${check.severity}</span>`,
    `<code>${escape(id)}</code>`,
    `<span>${words.controlType[check.controlType]}</span>`,
    `<span>${words.resource}: <code>${escape(check.on)}</code></span>`,
    `<span>${words.sources}: ${exampleFormats.filter((name) => reader?.[name]).join(', ')}</span>`,
  ];
  const snippets = snippetsOf(check.fix).map(({ label, text }) => `<h3>${label}</h3>${code(text)}`);
  const fix = [
    `<p>${escape(check.fix.summary[language])}</p>`,
    ...snippets,
    ...(check.fix.cli === undefined ? [] : [`<h3>CLI</h3>${code(check.fix.cli)}`]),
    ...(check.fix.console ? [`<h3>${words.console}</h3><p>${escape(check.fix.console[language])}</p>`] : []),
  ];
  const params = Object.entries(check.params ?? {}).map(
    ([name, { default: value, description }]) =>
      `<dt><code>${escape(name)}</code> = <code>${escape(JSON.stringify(value))}</code></dt><dd>${escape(description[language])}</dd>`,
  );
  const controls = catalogue.controlsOf(id).map(({ framework, version, control }) => escape(`${framework}@${version} ${control}`));
  const body = [
    `<h1>${escape(check.title[language])}</h1>`,
    `<p class="facts">${facts.join('')}</p>`,
    section(words.why, `<p>${escape(check.why[language])}</p>`),
    section(words.fix, fix.join('')),
    section(words.examples, check.examples.map((example) => exampleText(entry, example, language)).join('')),
    section(words.parameters, params.length === 0 ? '' : `<dl>${params.join('')}</dl>`),
    section(words.frameworks, list(controls)),
    section(words.equivalents, list(check.equivalents.map(escape))),
    section(words.references, list(check.references.map((url) => `<a href="${escape(url)}" rel="noreferrer">${escape(url)}</a>`))),
  ].join('');
  return page(check.title[language], body, { language, other: `../${language === 'en' ? 'ja' : 'en'}/${id}.html` });
}

function exampleText(entry: CatalogueEntry, example: Example, language: Language): string {
  const { status: statusWords } = docsWords[language];
  return exampleFormats
    .flatMap((format) => {
      const source = example.sources[format];
      if (source === undefined) return [];
      const { status, message, lines } = runExample(entry, format, example);
      const files = Object.entries(exampleFiles(format, source)).map(([path, text]) => {
        const marked = new Set(lines.filter(({ file }) => file === path).map(({ line }) => line));
        return `<figcaption>${escape(path)}</figcaption>${code(text, status === 'fail' ? marked : new Set())}`;
      });
      const said = message ? `<p class="said">${escape(message[language])}</p>` : '';
      return [
        `<figure class="${status}"><h3><b>${statusWords[status]}</b> ${escape(example.name)} <small>${format}</small></h3>${said}${files.join('')}</figure>`,
      ];
    })
    .join('');
}
