/** Sentences of the pure packages in Japanese, by what they speak of. Which one answers is decided outside. */
import { azureLivePhrases } from './azure-live.ja.ts';
import { azurePhrases } from './azure.ja.ts';
import { cloudformationPhrases } from './cloudformation.ja.ts';
import { clusterPhrases } from './clusters.ja.ts';
import { containerPhrases } from './containers.ja.ts';
import { exportPhrases } from './exports.ja.ts';
import { filePhrases } from './files.ja.ts';
import { kubernetesPhrases } from './kubernetes.ja.ts';
import { cloudPathPhrases } from './cloud-paths.ja.ts';
import { libraryErrorPhrases } from './library-errors.ja.ts';
import { pathPhrases } from './paths.ja.ts';
import type { Phrase, Translate } from './phrase.ts';
import { planPhrases } from './plans.ja.ts';
import { snapshotPhrases } from './snapshots.ja.ts';
import { terraformPhrases } from './terraform.ja.ts';
import { valuePhrases } from './values.ja.ts';

/** Those of one format before those that fit many sentences. */
export const japanesePhrases = (inJapanese: Translate): readonly Phrase[] => [
  ...containerPhrases,
  ...azurePhrases,
  ...azureLivePhrases,
  ...clusterPhrases,
  ...kubernetesPhrases,
  ...filePhrases(inJapanese),
  ...planPhrases,
  ...snapshotPhrases,
  ...exportPhrases,
  ...valuePhrases(inJapanese),
  ...cloudformationPhrases,
  ...terraformPhrases,
  ...pathPhrases,
  ...cloudPathPhrases,
  ...libraryErrorPhrases,
];
