import type { CelExpr, CelProblem } from '@kumomori/model';
import type { ASTNode } from '@marcbachmann/cel-js';
import { Environment, ParseError } from '@marcbachmann/cel-js';
import { NestedTooDeep, WrongMacro, convertCel } from './convert.ts';

export type ReadCel =
  | { readonly kind: 'expression'; readonly expression: CelExpr; readonly nodes: number }
  | { readonly kind: 'problem'; readonly problem: CelProblem };

const MAX_LENGTH = 20_000;
const MAX_NODES = 5000;
const MAX_DEPTH = 100;

let environment: Environment | null = null;

/** Reads one expression. Never throws: what is too long, too deep or no expression is a problem with its offset. */
export function readCel(text: string): ReadCel {
  if (text.length > MAX_LENGTH) {
    return problem('cel-limit', [MAX_LENGTH, text.length], {
      en: `the expression is longer than ${MAX_LENGTH} characters`,
      ja: `式が ${MAX_LENGTH} 文字を超えています`,
    });
  }
  environment ??= new Environment({
    unlistedVariablesAreDyn: true,
    homogeneousAggregateLiterals: false,
    enableOptionalTypes: true,
    limits: { maxAstNodes: MAX_NODES, maxDepth: MAX_DEPTH, maxListElements: 1000, maxMapEntries: 1000, maxCallArguments: 32 },
  });
  let tree: ASTNode | null = null;
  try {
    tree = environment.parse(text).ast;
    return { kind: 'expression', ...convertCel(tree, text, MAX_DEPTH) };
  } catch (error) {
    if (error instanceof ParseError) return syntaxProblem(error, text);
    if (error instanceof WrongMacro) return problem('cel-syntax', [error.start, error.end], error.text);
    // The library counts no depth of `!` and `-`: those of a hostile text end its stack.
    if (error instanceof NestedTooDeep || error instanceof RangeError) {
      return problem('cel-limit', [0, text.length], {
        en: `the expression is nested deeper than ${MAX_DEPTH} levels`,
        ja: `式の入れ子が ${MAX_DEPTH} 段を超えています`,
      });
    }
    throw error;
  }
}

function syntaxProblem({ code, range, summary }: ParseError, text: string): ReadCel {
  const start = Math.min(range?.start ?? 0, text.length);
  const end = Math.max(start, Math.min(range?.end ?? start, text.length));
  const written = text.slice(start, Math.min(end, start + 40));
  return problem(code === 'limit_exceeded' ? 'cel-limit' : 'cel-syntax', [start, end], describe(code, written, summary));
}

function describe(code: string, written: string, summary: string): CelProblem['message'] {
  if (code === 'limit_exceeded') return { en: 'the expression is too big', ja: '式が大きすぎます' };
  if (code.startsWith('unterminated'))
    return { en: 'the text is not closed by a quotation mark', ja: '文字列が引用符で閉じられていません' };
  if (code === 'newline_in_string') return { en: 'a text in single quotation marks cannot span lines', ja: '文字列の途中で改行できません' };
  if (code === 'reserved_identifier') return { en: `"${written}" is a reserved word`, ja: `"${written}" は予約語です` };
  if (code.includes('escape') || code.includes('surrogate')) {
    return { en: `"${written}" is no escape sequence`, ja: `"${written}" は正しいエスケープではありません` };
  }
  if (code.startsWith('invalid_') && !code.includes('macro'))
    return { en: `"${written}" is no number`, ja: `"${written}" は数値ではありません` };
  if (code.includes('macro'))
    return { en: `wrong use of a macro: ${oneLine(summary)}`, ja: `マクロの使い方が正しくありません (${oneLine(summary)})` };
  if (written === '') return { en: 'the expression ends too early', ja: '式が途中で終わっています' };
  const hint =
    written === '='
      ? { en: ' (comparing is ==)', ja: ' (比較は == です)' }
      : written === '&' || written === '|'
        ? { en: ` (meant ${written}${written}?)`, ja: ` (${written}${written} の誤りではありませんか)` }
        : { en: '', ja: '' };
  return { en: `"${written}" is not expected here${hint.en}`, ja: `"${written}" はここには書けません${hint.ja}` };
}

function oneLine(text: string): string {
  return text.split('\n')[0]?.slice(0, 120) ?? '';
}

function problem(code: string, [start, end]: readonly [number, number], message: CelProblem['message']): ReadCel {
  return { kind: 'problem', problem: { code, severity: 'error', start, end, message } };
}
