/**
 * XML as OpenIOC needs it: elements, attributes, text, CDATA, comments. Documents with a DTD are refused, so there are no entities but the five that XML
 * itself has and characters by number: nothing is expanded and nothing outside is read. One pass; bounded in depth and number.
 */
export interface XmlElement {
  /** Without prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Own text, without that of children. */
  readonly text: string;
  readonly line: number;
}

export type XmlFault = 'not-xml' | 'entities' | 'too-deep' | 'too-large';
export type XmlRead = { readonly root: XmlElement } | { readonly fault: XmlFault; readonly line: number };

const MAX_DEPTH = 100;
const MAX_ELEMENTS = 500_000;
const OPEN = /<([A-Za-z_][\w.-]{0,100}:)?([A-Za-z_][\w.-]{0,100})/y;
const ATTRIBUTE = /\s+([A-Za-z_][\w.:-]{0,100})\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const END = /\s*(\/?)>/y;
const CLOSE = /<\/(?:[A-Za-z_][\w.-]{0,100}:)?([A-Za-z_][\w.-]{0,100})\s*>/y;

interface OpenElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: OpenElement[];
  readonly texts: string[];
  readonly at: number;
  text: string;
  line: number;
}

class Fault extends Error {
  readonly fault: XmlFault;
  readonly at: number;
  constructor(fault: XmlFault, at: number) {
    super(fault);
    this.fault = fault;
    this.at = at;
  }
}

export function readXml(text: string): XmlRead {
  try {
    return { root: withLines(treeOf(text), text) };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { fault: error.fault, line: lineCounter(text)(error.at) };
  }
}

function treeOf(text: string): OpenElement {
  const root: OpenElement = { name: '', attributes: new Map(), children: [], texts: [], at: 0, text: '', line: 1 };
  const open = [root];
  let count = 0;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const inner = open.at(-1) ?? root;
    const mark = text.indexOf('<', at);
    const end = mark < 0 ? text.length : mark;
    if (end > at) inner.texts.push(entities(text.slice(at, end), at));
    if (mark < 0) break;
    const skipped = skip(text, mark, inner);
    if (skipped > 0) {
      at = skipped;
      continue;
    }
    const close = exec(CLOSE, text, mark);
    if (close) {
      if (open.length < 2 || inner.name !== close[1]) throw new Fault('not-xml', mark);
      open.pop();
      at = CLOSE.lastIndex;
      continue;
    }
    if (++count > MAX_ELEMENTS) throw new Fault('too-large', mark);
    const { element, isEmpty, next } = elementAt(text, mark);
    inner.children.push(element);
    if (!isEmpty) open.push(element);
    if (open.length > MAX_DEPTH) throw new Fault('too-deep', mark);
    at = next;
  }
  const [top, ...more] = root.children;
  if (open.length > 1 || !top || more.length > 0 || root.texts.join('').trim() !== '') throw new Fault('not-xml', text.length);
  return top;
}

/** Comments, CDATA and instructions; 0 where there is none of them. */
function skip(text: string, at: number, inner: OpenElement): number {
  if (text.startsWith('<!--', at)) return after(text, '-->', at);
  if (text.startsWith('<![CDATA[', at)) {
    const end = after(text, ']]>', at);
    inner.texts.push(text.slice(at + 9, end - 3));
    return end;
  }
  if (text.startsWith('<?', at)) return after(text, '?>', at);
  if (text.startsWith('<!', at)) throw new Fault('entities', at);
  return 0;
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from + 2);
  if (at < 0) throw new Fault('not-xml', from);
  return at + mark.length;
}

function exec(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function elementAt(text: string, start: number): { readonly element: OpenElement; readonly isEmpty: boolean; readonly next: number } {
  const head = exec(OPEN, text, start);
  if (!head) throw new Fault('not-xml', start);
  let at = OPEN.lastIndex;
  const attributes = new Map<string, string>();
  for (let found = exec(ATTRIBUTE, text, at); found; found = exec(ATTRIBUTE, text, at)) {
    attributes.set(found[1] ?? '', entities(found[2] ?? found[3] ?? '', at));
    at = ATTRIBUTE.lastIndex;
  }
  const end = exec(END, text, at);
  if (!end) throw new Fault('not-xml', at);
  const element = { name: head[2] ?? '', attributes, children: [], texts: [], at: start, text: '', line: 1 };
  return { element, isEmpty: end[1] === '/', next: END.lastIndex };
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function entities(text: string, at: number): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w{1,20}));|&/g, (_, decimal?: string, hex?: string, name?: string) => {
    const code = decimal === undefined ? (hex === undefined ? null : Number.parseInt(hex, 16)) : Number(decimal);
    if (code !== null && code <= 0x10ffff) return String.fromCodePoint(code);
    const known = name !== undefined && Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
    if (known === undefined) throw new Fault(name === undefined ? 'not-xml' : 'entities', at);
    return known;
  });
}

/** Lines in one pass: elements come in the order of the text. */
function withLines(top: OpenElement, text: string): XmlElement {
  const lineAt = lineCounter(text);
  const open = [top];
  for (let next = open.pop(); next; next = open.pop()) {
    next.line = lineAt(next.at);
    next.text = next.texts.join('').trim();
    for (let index = next.children.length - 1; index >= 0; index--) {
      const child = next.children[index];
      if (child) open.push(child);
    }
  }
  return top;
}

/** A function of growing offsets. */
function lineCounter(text: string): (at: number) => number {
  let [seen, line] = [0, 1];
  return (at) => {
    for (let next = text.indexOf('\n', seen); next >= 0 && next < at; next = text.indexOf('\n', seen)) {
      line++;
      seen = next + 1;
    }
    return line;
  };
}
