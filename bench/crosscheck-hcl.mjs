/**
 * Compares our HCL parser with the tree-sitter grammar: block types, labels and attribute names of each block. Development only.
 *   npm i --prefix DIR --ignore-scripts web-tree-sitter @tree-sitter-grammars/tree-sitter-hcl
 *   node bench/crosscheck-hcl.mjs DIR CORPUS.jsonl     (one JSON object a line with `case` and `files`)
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseHcl } from '../packages/parsers/src/hcl/index.ts';

const [folder, corpus] = process.argv.slice(2);
if (!folder || !corpus) {
  console.error('usage: node bench/crosscheck-hcl.mjs FOLDER_WITH_TREE_SITTER CORPUS.jsonl');
  process.exit(2);
}
const modules = resolve(folder, 'node_modules');
const { Language, Parser } = await import(pathToFileURL(join(modules, 'web-tree-sitter/web-tree-sitter.js')).href);
await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(join(modules, '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm')));

const labelText = (node) =>
  node.type === 'string_lit' ? (node.namedChildren.find((child) => child.type === 'template_literal')?.text ?? '') : node.text;

/** One line for each block and attribute, with its path of block heads. */
function treeSitterItems(body, prefix, items) {
  for (const child of body?.namedChildren ?? []) {
    if (child.type === 'attribute') items.push(`${prefix}${child.namedChildren[0].text} =`);
    else if (child.type === 'block') {
      const heads = child.namedChildren.filter((node) => node.type === 'identifier' || node.type === 'string_lit');
      const path = `${prefix}${heads.map(labelText).join(' ')} > `;
      items.push(path);
      treeSitterItems(
        child.namedChildren.find((node) => node.type === 'body'),
        path,
        items,
      );
    }
  }
  return items;
}

function ownItems(body, prefix, items) {
  const children = [...body.attributes, ...body.blocks].toSorted((left, right) => left.start - right.start);
  for (const child of children) {
    if ('name' in child) items.push(`${prefix}${child.name} =`);
    else {
      const path = `${prefix}${[child.type, ...child.labels].join(' ')} > `;
      items.push(path);
      ownItems(child.body, path, items);
    }
  }
  return items;
}

/** Offsets of each attribute's value must agree too: [name, text of the value]. */
function treeSitterValues(body, values) {
  for (const child of body?.namedChildren ?? []) {
    if (child.type === 'attribute') values.push(child.namedChildren[1].text.trim());
    else if (child.type === 'block')
      treeSitterValues(
        child.namedChildren.find((node) => node.type === 'body'),
        values,
      );
  }
  return values;
}

function ownValues(body, text, values) {
  const children = [...body.attributes, ...body.blocks].toSorted((left, right) => left.start - right.start);
  for (const child of children) {
    if ('name' in child) values.push(text.slice(child.value.start, child.end).trim());
    else ownValues(child.body, text, values);
  }
  return values;
}

const count = { files: 0, items: 0, values: 0, brokenForBoth: 0, onlyOurs: 0, onlyTheirs: 0, differentItems: 0, differentValues: 0 };
for (const line of readFileSync(corpus, 'utf8').trim().split('\n')) {
  const { case: name, files } = JSON.parse(line);
  for (const [path, text] of Object.entries(files)) {
    if (!/\.(tf|tofu|tfvars|hcl)$/.test(path)) continue;
    count.files++;
    const file = parseHcl({ path, text });
    const tree = parser.parse(text);
    const ours = file.diagnostics.some((diagnostic) => diagnostic.severity === 'error');
    const theirs = tree.rootNode.hasError;
    if (ours || theirs) {
      count[ours && theirs ? 'brokenForBoth' : ours ? 'onlyOurs' : 'onlyTheirs']++;
      if (ours !== theirs)
        console.log(`${ours ? 'only ours' : 'only theirs'} has errors: ${name} ${path}`, file.diagnostics[0]?.message ?? '');
      tree.delete();
      continue;
    }
    const body = tree.rootNode.namedChildren.find((node) => node.type === 'body');
    const expected = treeSitterItems(body, '', []);
    const actual = ownItems(file.body, '', []);
    count.items += expected.length;
    const at = expected.findIndex((item, index) => item !== actual[index]);
    if (at !== -1 || expected.length !== actual.length) {
      count.differentItems++;
      console.log(`different items: ${name} ${path}\n  theirs ${expected[at]}\n  ours   ${actual[at]}`);
    }
    const expectedValues = treeSitterValues(body, []);
    const actualValues = ownValues(file.body, text, []);
    count.values += expectedValues.length;
    const valueAt = expectedValues.findIndex((value, index) => value !== actualValues[index]);
    if (valueAt !== -1) {
      count.differentValues++;
      console.log(`different value: ${name} ${path}\n  theirs ${expectedValues[valueAt]}\n  ours   ${actualValues[valueAt]}`);
    }
    tree.delete();
  }
}
console.log(count);
