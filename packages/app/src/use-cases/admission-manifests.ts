/** TARGETs → Kubernetes objects as they would be applied, with names for their files. */
import { dirname } from 'node:path';
import type { Diagnostic, Manifest } from '@kumomori/model';
import { detectInputs, manifestsOfCalls, readManifestRoots } from '@kumomori/parsers';
import type { OriginTarget } from '../findings/index.ts';
import { nameFiles } from '../findings/index.ts';
import type { Messages } from '../i18n/index.ts';
import { openSnapshot } from '../snapshots/index.ts';
import { renderCharts } from './helm-charts.ts';
import { buildKustomizations } from './kustomizations.ts';
import { aboutSnapshots } from './snapshot-errors.ts';
import type { TargetFolder } from './targets.ts';
import { locateTarget, mergeTargets, openTarget } from './targets.ts';

export interface NamedManifest {
  readonly manifest: Manifest;
  readonly origin: OriginTarget;
}

export interface ReadTargets {
  readonly manifests: readonly NamedManifest[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface ManifestOptions {
  readonly cwd: string;
  readonly messages: Messages;
  readonly helm: boolean;
  readonly kustomize: boolean;
}

/** Snapshots give what people put into the cluster. Throws AppErrors for TARGETs that do not exist or hold no code. */
export function readTargetManifests(paths: readonly string[], options: ManifestOptions): ReadTargets {
  const { cwd, messages } = options;
  const located = mergeTargets(paths.map((path) => locateTarget(path, { cwd, messages })));
  const read = located.map((place) => {
    const { path, folder, onlyFiles } = place;
    const writtenFolder = onlyFiles === null ? path : dirname(path);
    // Objects and policies come from several folders: every name says which.
    const origin = nameFiles({ path, folder, writtenFolder, cwd, isOnlyOne: false });
    const { manifests, diagnostics } = place.isSnapshot ? ofSnapshot(place, messages) : ofCode(place, options);
    return {
      manifests: manifests.map((manifest) => ({ manifest, origin })),
      diagnostics: diagnostics.map((each) => ({ ...each, file: origin.shown(each.file) })),
    };
  });
  return { manifests: read.flatMap(({ manifests }) => manifests), diagnostics: read.flatMap(({ diagnostics }) => diagnostics) };
}

interface Read {
  readonly manifests: readonly Manifest[];
  readonly diagnostics: readonly Diagnostic[];
}

function ofSnapshot({ folder }: TargetFolder, messages: Messages): Read {
  return aboutSnapshots(messages, () => {
    const snapshot = openSnapshot(folder);
    const clusters = snapshot.accounts().filter(({ provider }) => provider === 'kubernetes');
    const manifests = clusters.flatMap(({ provider, account }) => manifestsOfCalls(snapshot.recordedCalls(provider, account)));
    return { manifests, diagnostics: snapshot.diagnostics };
  });
}

function ofCode(place: TargetFolder, { cwd, messages, helm, kustomize }: ManifestOptions): Read {
  const { disk, onlyFiles } = openTarget(place, { cwd, messages, varFiles: [], onRead: () => {}, alsoWithin: [] });
  const rendered = helm ? renderCharts(disk.tree) : { tree: disk.tree, diagnostics: [] };
  const { tree, diagnostics } = kustomize ? buildKustomizations(rendered.tree) : { tree: rendered.tree, diagnostics: [] };
  const inputs = detectInputs(tree).filter(({ kind }) => kind === 'kubernetes');
  const read = readManifestRoots(tree, inputs);
  const isAsked = (file: string): boolean => onlyFiles === null || onlyFiles.includes(file);
  return {
    manifests: read.roots.flatMap(({ objects }) => objects).filter(({ range }) => isAsked(range.source.path)),
    diagnostics: [...rendered.diagnostics, ...diagnostics, ...read.diagnostics].filter(({ file }) => isAsked(file)),
  };
}
