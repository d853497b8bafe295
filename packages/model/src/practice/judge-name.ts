import type { AttrMap } from '../node.ts';
import type { Verdict } from '../check/index.ts';
import { fail, notApplicable, pass } from '../check/index.ts';
import type { Text } from '../text.ts';
import type { NamingRule } from './naming.ts';
import { isInEnvironments, namingProblem } from './naming.ts';

/** A resource seen only as something with a name. */
export interface NamedResource {
  /** The name in the cloud; undefined when it is left to the provider. */
  readonly ownName: string | undefined;
  readonly tags: AttrMap<string>;
}

export interface JudgeNameOptions extends NamingRule {
  readonly environments: readonly string[];
}

/** `what`: the kind of thing, for messages. Not applicable where no grammar is configured, and outside of the environments. */
export function judgeName(
  resource: NamedResource & { readonly name: string },
  { environments, ...rule }: JudgeNameOptions,
  what: Text,
): Verdict {
  const { name } = resource;
  if (rule.grammar.length === 0)
    return notApplicable({ en: `No grammar is configured for ${name}`, ja: `${name} に対する命名規則が設定されていません` });
  if (!isInEnvironments(resource.tags, environments))
    return notApplicable({
      en: `${what.en} ${name} is in no environment that the rule is for`,
      ja: `${what.ja} ${name} は規則の対象環境にありません`,
    });
  const { ownName } = resource;
  if (ownName === undefined)
    return notApplicable({ en: `The name of ${name} is left to the provider`, ja: `${name} の名前はプロバイダーに任されています` });
  const problem = namingProblem(ownName, rule);
  return problem === null ? pass() : fail({ en: `${what.en} ${name} ${problem.en}`, ja: `${what.ja} ${name} ${problem.ja}` });
}
