/** The parameters of every check for names. */
import type { StringsParameter } from '../check/index.ts';

export const namingParams = {
  grammar: {
    type: 'strings',
    default: [],
    description: {
      en: 'Forms of right names, such as {env}-{system}-{role}{nn}; {nn} is two digits, {purpose*} may contain separators. Takes the place of patterns',
      ja: '正しい名前の形 (例: {env}-{system}-{role}{nn})。{nn} は 2 桁の数字、{purpose*} は区切り文字を含んでよい。patterns より優先',
    },
  } satisfies StringsParameter,
  tokens: {
    type: 'strings',
    default: [],
    description: {
      en: 'Allowed values of tokens of the grammar: env=prd|stg|dev; a token that is not listed takes any',
      ja: '文法の各要素に許される値 (例: env=prd|stg|dev)。書かれていない要素は何でもよい',
    },
  } satisfies StringsParameter,
} as const;

/** For types without a default rule: judged only where a grammar is configured. */
export const grammarOnlyParams = {
  ...namingParams,
  environments: {
    type: 'strings',
    default: ['*'],
    description: {
      en: 'Values of the tag or label Environment (or Env) of resources that must follow the rule; * stands for all; case does not matter',
      ja: '規則の対象とするタグ・ラベル Environment (または Env) の値。* はすべて (大文字小文字は無視)',
    },
  } satisfies StringsParameter,
} as const;
