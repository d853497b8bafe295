/** One station of a way, as a sentence. */
import type { ExposureReason } from '@kumomori/engine';
import type { Messages } from '../i18n/index.ts';

export function exposureText(texts: Messages['exposure'], { station, says, node, detail }: ExposureReason): string {
  const told = texts.details[detail] ?? detail;
  return texts.step(texts.stations[station], texts.says[says], [node ?? '', told].filter((each) => each !== '').join(': '));
}
