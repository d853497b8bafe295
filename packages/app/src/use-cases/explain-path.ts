/** Questions about attack paths and kinds of steps, explained. */
import { EDGES, QUERIES, TECHNIQUES } from '@kumomori/engine';
import type { EdgeKind } from '@kumomori/engine';
import type { Language } from '@kumomori/model';
import { messagesIn, pathEdges, pathEdgesJa, pathQueries, pathQueriesJa, pathTitlesJa } from '../i18n/index.ts';

export interface ExplainedQuery {
  readonly id: string;
  /** `A` and `B` stand for the two ends. */
  readonly title: string;
  readonly means: string;
  readonly found: string;
  readonly close: string;
}

export interface ExplainedEdge {
  /** `CAN_ASSUME` */
  readonly id: string;
  /** As outputs say it. */
  readonly title: string;
  readonly means: string;
  readonly close: string;
  /** 0 to 1: the chance that such a step works. */
  readonly likelihood: number;
  /** Of MITRE ATT&CK; null: none fits. */
  readonly technique: string | null;
}

/** In the order in which they are asked: a path answers the first that fits. */
export function explainedQueries(language: Language): readonly ExplainedQuery[] {
  return QUERIES.map(({ id, title }) => {
    const texts = (language === 'ja' ? pathQueriesJa : pathQueries)[id] ?? { means: '', found: '', close: '' };
    const named = (language === 'ja' ? pathTitlesJa[id] : undefined) ?? title;
    return { id, title: named.replaceAll('{0}', 'A').replaceAll('{1}', 'B'), ...texts };
  });
}

export function explainedEdges(language: Language): readonly ExplainedEdge[] {
  const names: Readonly<Record<string, string>> = messagesIn(language).paths.edges;
  return (Object.keys(EDGES) as EdgeKind[]).map((id) => {
    const texts = (language === 'ja' ? pathEdgesJa : pathEdges)[id] ?? { means: '', close: '' };
    const likelihood = Math.round(100 * 2 ** (-EDGES[id] / 4)) / 100;
    return { id, title: names[id] ?? id, ...texts, likelihood, technique: TECHNIQUES[id] ?? null };
  });
}
