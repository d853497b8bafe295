/** A resource as the template declares it: loops written out, nothing evaluated. SAM resources become several of these. */
import type { MapValue, Range, Value } from '@kumomori/model';
import { mapValue } from '@kumomori/model';
import type { WrittenMember } from '../documents/index.ts';
import { memberRange, membersOf, repeatedMembers } from '../documents/index.ts';
import { expandLoop, isLoop } from './for-each.ts';
import { textOf } from './parameters.ts';
import type { Run } from './run.ts';
import type { Scope } from './scope.ts';

export interface Draft {
  /** The logical id. */
  readonly name: string;
  readonly type: string;
  /** `Logical id: …` as a whole, and the logical id alone. */
  readonly range: Range;
  readonly head: Range;
  /** What stands beside `Properties`: Condition, DeletionPolicy, Metadata … */
  readonly settings: MapValue;
  /** A mapping as a rule; a function when that decides all of them. */
  readonly properties: Value;
  /** The logical id people know it by, when the transform made the resource out of another one; else null. */
  readonly shownAs: string | null;
  /** From a loop over a collection that is not known. */
  readonly isUncertain: boolean;
}

/** The resources of a section in the order of the text. What is no resource is said and left out. */
export function draftsOf(section: MapValue, scope: Scope, evaluate: (value: Value) => Value): readonly Draft[] {
  for (const { key, keyRange } of repeatedMembers(section))
    scope.run.report(keyRange, { code: 'cloudformation', message: `the logical id ${key} is declared twice; the last one counts` });
  const drafts: Draft[] = [];
  const collect = (members: readonly WrittenMember[], isUncertain: boolean, depth: number): void => {
    for (const member of members) {
      if (isLoop(member.key) && depth < MAX_LOOPS) {
        const loop = expandLoop(member.key, member.value, scope, evaluate);
        collect(loop.members, isUncertain || loop.isOpen, depth + 1);
        continue;
      }
      const draft = member.key.startsWith('Fn::') ? null : draftOf(member, isUncertain, scope.run);
      if (draft) drafts.push(draft);
    }
  };
  collect(membersOf(section), false, 0);
  return drafts;
}

/** Comments behind the last property, indented deeper than the logical id, belong to the resource. */
function withComments(range: Range, head: Range): Range {
  const { text } = range.source;
  const indent = head.start - (text.lastIndexOf('\n', head.start - 1) + 1);
  let { end } = range;
  let lines = 0;
  for (let at = text.indexOf('\n', end - 1) + 1; at > 0 && lines < MAX_COMMENT_LINES; at = text.indexOf('\n', at) + 1) {
    lines++;
    const line = /^(?<blank>[ \t]*)(?:#[^\n]*)?(?=\r?\n|$)/.exec(text.slice(at, at + MAX_COMMENT));
    const blank = line?.groups?.['blank']?.length ?? 0;
    const isComment = line !== null && line[0].length > blank;
    if (line === null || (isComment && blank <= indent)) break;
    if (isComment) end = at + line[0].length;
  }
  return end === range.end ? range : { ...range, end };
}

const MAX_COMMENT = 2000;
const MAX_COMMENT_LINES = 50;

/** Loops inside one another; CloudFormation allows five. */
const MAX_LOOPS = 8;

function draftOf(member: WrittenMember, isUncertain: boolean, run: Run): Draft | null {
  const { key, keyRange, value } = member;
  const range = memberRange(member);
  if (range === null) return null;
  const type = value.kind === 'map' ? textOf(value.entries.get('Type')) : null;
  if (value.kind !== 'map' || type === null) {
    run.report(keyRange, { code: 'cloudformation', message: `resource ${key.slice(0, 100)} has no type` });
    return null;
  }
  const written = value.entries.get('Properties');
  const isMapping = written === undefined || written.kind === 'map' || written.kind === 'null';
  if (!isMapping) run.report(written.range, { code: 'cloudformation', message: `Properties of ${key.slice(0, 100)} must be a mapping` });
  const properties = written?.kind === 'map' ? written : mapValue(new Map(), written?.range ?? null);
  const head = keyRange ?? range;
  return { name: key, type, range: withComments(range, head), head, settings: value, properties, shownAs: null, isUncertain };
}
