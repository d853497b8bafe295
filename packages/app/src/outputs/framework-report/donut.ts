/** The ring of statuses as SVG, for the page and for paper. */
import { escapeHtml } from '../html/index.ts';
import type { ControlCounts } from './report.ts';
import { controlStatuses } from './report.ts';

export const statusColors: Readonly<Record<keyof ControlCounts, string>> = {
  pass: '#2c9a6b',
  fail: '#d8442f',
  unknown: '#8d6fd1',
  'not-assessed': '#c3c8da',
  manual: '#8f98ba',
};

const RADIUS = 60;
const LENGTH = 2 * Math.PI * RADIUS;

export interface Donut {
  readonly counts: ControlCounts;
  /** Said in the middle; empty: nothing. */
  readonly text: string;
  readonly label: string;
  readonly textColor: string;
  readonly font: string;
}

/** 160 × 160; every status has its share of all controls, in the order of {@link controlStatuses}. */
export function donutSvg({ counts, text, label, textColor, font }: Donut): string {
  const total = controlStatuses.reduce((sum, status) => sum + counts[status], 0);
  let start = 0;
  const rings = controlStatuses.map((status) => {
    const share = total === 0 ? 0 : (counts[status] / total) * LENGTH;
    const ring =
      share === 0
        ? ''
        : `<circle cx="80" cy="80" r="${RADIUS}" fill="none" stroke="${statusColors[status]}" stroke-width="22" stroke-dasharray="${share.toFixed(2)} ${(LENGTH - share).toFixed(2)}" stroke-dashoffset="${(-start).toFixed(2)}" transform="rotate(-90 80 80)"/>`;
    start += share;
    return ring;
  });
  const middle =
    text === ''
      ? ''
      : `<text x="80" y="90" text-anchor="middle" font-size="30" font-weight="bold" fill="${textColor}" font-family="${font}">${escapeHtml(text)}</text>`;
  const base = `<circle cx="80" cy="80" r="${RADIUS}" fill="none" stroke="#e0e3f0" stroke-width="22"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 160" width="160" height="160" role="img" aria-label="${escapeHtml(label)}">${base}${rings.join('')}${middle}</svg>`;
}

/** A bar of the same colors, `width` × `height`. */
export function barSvg(counts: ControlCounts, { width, height }: { readonly width: number; readonly height: number }): string {
  const total = controlStatuses.reduce((sum, status) => sum + counts[status], 0);
  let x = 0;
  const parts = controlStatuses.map((status) => {
    const part = total === 0 ? 0 : (counts[status] / total) * width;
    const rect =
      part === 0 ? '' : `<rect x="${x.toFixed(2)}" y="0" width="${part.toFixed(2)}" height="${height}" fill="${statusColors[status]}"/>`;
    x += part;
    return rect;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" preserveAspectRatio="none" aria-hidden="true">${parts.join('')}</svg>`;
}
