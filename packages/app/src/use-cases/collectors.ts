/** The collector of each cloud; loaded when it is needed, with the libraries of that cloud only. */
import type { CloudProvider } from '@kumomori/model';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';
import type { Collector } from './collect-account.ts';

const names: Readonly<Record<CloudProvider, string>> = {
  aws: 'collectAws',
  azure: 'collectAzure',
  gcp: 'collectGcp',
  kubernetes: 'collectKubernetes',
};

/** Throws AppError `usage` for a cloud that has none. */
export async function collectorOf(provider: CloudProvider, messages: Messages): Promise<Collector> {
  const collectors: Readonly<Record<string, unknown>> = await import('@kumomori/collectors');
  const found = collectors[names[provider]];
  // Each of them takes its own options, which the command line makes.
  if (typeof found === 'function') return found as Collector;
  throw new AppError('usage', { message: messages.live.collect.notYet(messages.live.clouds[provider]) });
}
