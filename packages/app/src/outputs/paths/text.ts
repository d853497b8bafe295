/** Words that all outputs of attack paths share. */
import type { Severity } from '@kumomori/model';
import { severities } from '@kumomori/model';
import type { Messages } from '../../i18n/index.ts';
import { messagesFor } from '../messages.ts';
import { placeText } from '../place-text.ts';
import type { ExposureEntry, PathEvidence, PathNode, PathsOutputContext } from './report.ts';

export function nodeText(node: string, { paths }: Messages): string {
  return node === 'internet' ? paths.internet : node === 'admin' ? paths.admin : node;
}

export function edgeText(edge: string, { paths }: Messages): string {
  const known: Readonly<Record<string, string>> = paths.edges;
  return known[edge] ?? edge;
}

/** `iam.tf:20, main.tf:3` */
export function evidenceText(evidence: readonly PathEvidence[]): string {
  return [...new Set(evidence.filter(({ file }) => file !== null).map(placeText))].join(', ');
}

/** `tcp 22, tcp 80-443` */
export function portsText(ports: ExposureEntry['ports'], { paths }: Messages): string {
  const texts = ports.map(({ protocol, from, to }) => {
    const word = protocol === '-1' || protocol === 'all' ? '' : `${protocol} `;
    if (from <= 0 && to >= 65535) return `${word}${paths.words.anyPort}`;
    return `${word}${from === to ? from : `${from}-${to}`}`;
  });
  return texts.join(', ');
}

/** `2 Critical, 1 High`, `緊急 2、高 1` */
export function severitiesText(counts: Readonly<Record<Severity, number>>, { language }: Pick<PathsOutputContext, 'language'>): string {
  const words = messagesFor(language).severity;
  return severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => (language === 'ja' ? `${words[severity]} ${counts[severity]}` : `${counts[severity]} ${words[severity]}`))
    .join(language === 'ja' ? '、' : ', ');
}

/** Where a node is written; empty when nowhere. */
export function nodePlace(node: PathNode | undefined): string {
  return node ? placeText(node) : '';
}

/** Why something is reached: the stations of the way in a few words; the page tells each with its place. */
export function reasonsText({ because }: ExposureEntry, { exposure }: Messages): string {
  const known: Readonly<Record<string, string>> = exposure.stations;
  return because.map((station) => known[station] ?? station).join(', ');
}
