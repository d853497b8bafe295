/** Generic access to the nodes below a node. */
import type { Expression, TemplatePart } from './ast.ts';

/** The expressions directly below one, in the order of the text; those inside template directives included. */
export function childExpressions(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'literal':
    case 'name':
    case 'splat-item':
    case 'invalid':
      return [];
    case 'template':
      return templateExpressions(node.parts);
    case 'list':
      return node.items;
    case 'object':
      return node.entries.flatMap((entry) => [entry.key, entry.value]);
    case 'attribute':
      return [node.target];
    case 'index':
      return [node.target, node.key];
    case 'splat':
      return [node.target, node.each];
    case 'call':
      return node.args;
    case 'unary':
      return [node.operand];
    case 'binary':
      return [node.left, node.right];
    case 'conditional':
      return [node.test, node.then, node.else];
    case 'for':
      return [node.collection, node.key, node.value, node.condition].filter((child) => child !== null);
  }
}

/** All expressions directly inside the parts of a template, at any nesting of directives. */
export function templateExpressions(parts: readonly TemplatePart[], found: Expression[] = []): readonly Expression[] {
  for (const part of parts) {
    if (part.kind === 'interpolation') found.push(part.value);
    else if (part.kind === 'if') {
      found.push(part.test);
      templateExpressions(part.then, found);
      templateExpressions(part.else, found);
    } else if (part.kind === 'for') {
      found.push(part.collection);
      templateExpressions(part.body, found);
    }
  }
  return found;
}

/** Nodes on the longest way from the root to a leaf. Iterative: made for trees that are too high for recursion. O(nodes). */
export function treeHeight(root: Expression): number {
  let height = 0;
  let level: readonly Expression[] = [root];
  while (level.length > 0) {
    height++;
    const next: Expression[] = [];
    for (const node of level) for (const child of childExpressions(node)) next.push(child);
    level = next;
  }
  return height;
}
