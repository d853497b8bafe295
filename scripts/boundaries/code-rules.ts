/** Rules about what stands in the code: purity, casts, `any`, branching on message text. */
import type { Node } from 'oxc-parser';
import { visitorKeys } from 'oxc-parser';
import type { Module, Violation } from './modules.ts';
import { violation } from './modules.ts';
import { packages } from './table.ts';

const IMPURE_GLOBALS = new Set(
  `console process fetch require eval globalThis performance crypto WebSocket XMLHttpRequest setTimeout setInterval setImmediate queueMicrotask
  localStorage navigator __dirname __filename`.split(/\s+/),
);
const TEXT_QUESTIONS = new Set(['includes', 'startsWith', 'endsWith', 'match', 'matchAll', 'search', 'indexOf']);
const COMPARISONS = new Set(['===', '!==', '==', '!=']);

/** Model, parsers, engine and content do no I/O and know neither time nor chance. Tests may. */
export function purity(module: Module): readonly Violation[] {
  if (module.isTest || module.package === null || !packages[module.package]?.pure) return [];
  const own = declaredNames(module);
  const found: Violation[] = [];
  walk(module.program, (node, parent) => {
    const what = impurity(node, parent, own);
    if (what !== null) found.push(violation(module, node.start, 'purity', `${what} in a pure package`));
  });
  return found;
}

function impurity(node: Node, parent: Node | null, own: ReadonlySet<string>): string | null {
  if (node.type === 'Identifier' && IMPURE_GLOBALS.has(node.name) && !own.has(node.name) && !isPropertyName(node, parent)) return node.name;
  if (node.type === 'MetaProperty' && node.meta.name === 'import') return 'import.meta';
  if (node.type === 'MemberExpression' && node.object.type === 'Identifier' && node.property.type === 'Identifier') {
    const name = `${node.object.name}.${node.property.name}`;
    return name === 'Math.random' || name === 'Date.now' ? name : null;
  }
  if (
    (node.type === 'NewExpression' || node.type === 'CallExpression') &&
    node.callee.type === 'Identifier' &&
    !own.has(node.callee.name)
  ) {
    if (node.callee.name === 'Date' && (node.arguments.length === 0 || node.type === 'CallExpression')) return 'the current time (Date)';
    if (node.callee.name === 'Function') return 'code made from text (Function)';
  }
  return null;
}

/** A name after a dot or before a colon is no reference to a global. */
function isPropertyName(node: Node, parent: Node | null): boolean {
  if (parent === null) return false;
  if (parent.type === 'MemberExpression') return parent.property === node && !parent.computed;
  if (parent.type === 'Property') return parent.key === node && !parent.computed && !parent.shorthand;
  return 'key' in parent && parent.key === node;
}

/** Names the file gives to something of its own, anywhere: they hide the global of the same name. */
function declaredNames(module: Module): ReadonlySet<string> {
  const names = new Set<string>();
  walk(module.program, (node) => {
    if (node.type === 'VariableDeclarator') addNames(node.id, names);
    if (node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression') {
      if (node.id) names.add(node.id.name);
      for (const parameter of node.params) addNames(parameter, names);
    }
    if (node.type === 'ImportSpecifier') names.add(node.local.name);
  });
  return names;
}

function addNames(pattern: Node, names: Set<string>): void {
  walk(pattern, (node, parent) => {
    if (node.type === 'Identifier' && !isPropertyName(node, parent)) names.add(node.name);
  });
}

/** Checks and frameworks are data and small questions about it: no cast is needed there. `as const` is none. */
export function noCastInContent(module: Module): readonly Violation[] {
  if (module.package !== 'content' || module.isTest) return [];
  const found: Violation[] = [];
  walk(module.program, (node) => {
    const isCast = node.type === 'TSAsExpression' || node.type === 'TSTypeAssertion' || node.type === 'TSNonNullExpression';
    if (isCast && !module.text.slice(node.start, node.end).endsWith('as const'))
      found.push(violation(module, node.start, 'no-cast-in-content', 'a cast in content'));
  });
  return found;
}

export function noAny(module: Module): readonly Violation[] {
  const found: Violation[] = [];
  walk(module.program, (node) => {
    if (node.type === 'TSAnyKeyword') found.push(violation(module, node.start, 'no-any', 'any; use unknown and narrow it once'));
  });
  return found;
}

/** An error is told by its class or code: the text of a message may change with any release or language. */
export function noMessageBranching(module: Module): readonly Violation[] {
  if (module.isTest) return [];
  const found: Violation[] = [];
  walk(module.program, (node, parent) => {
    if (!isErrorMessage(node) || parent === null) return;
    const asked =
      (parent.type === 'BinaryExpression' && COMPARISONS.has(parent.operator)) ||
      (parent.type === 'MemberExpression' && parent.property.type === 'Identifier' && TEXT_QUESTIONS.has(parent.property.name)) ||
      (parent.type === 'SwitchStatement' && parent.discriminant === node) ||
      (parent.type === 'CallExpression' && isTestOrExec(parent.callee));
    if (asked) found.push(violation(module, node.start, 'no-message-branching', 'a decision by the text of an error message'));
  });
  return found;
}

function isErrorMessage(node: Node): boolean {
  if (node.type !== 'MemberExpression' || node.property.type !== 'Identifier' || node.property.name !== 'message') return false;
  return node.object.type === 'Identifier' && /^(e|ex)$|err|exception|cause/i.test(node.object.name);
}

function isTestOrExec(callee: Node): boolean {
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && /^(test|exec)$/.test(callee.property.name);
}

function walk(node: Node, visit: (node: Node, parent: Node | null) => void, parent: Node | null = null): void {
  visit(node, parent);
  for (const key of visitorKeys[node.type] ?? []) {
    const child: unknown = Reflect.get(node, key);
    for (const each of Array.isArray(child) ? child : [child]) if (isNode(each)) walk(each, visit, node);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
