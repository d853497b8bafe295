/** Which folders are root modules: those no other module of the run calls. */
import type { Loader } from './loader.ts';
import { localSourceDir } from './module-source.ts';
import { isOutside } from './paths.ts';

/**
 * Folders to evaluate on their own, sorted. Folders that only call each other in a circle have no natural root: of each such circle
 * one is taken, so that nothing is lost. Installed modules below `.terraform` and folders outside of the TARGET are never
 * roots. O(folders + calls).
 */
export function findRoots(loader: Loader): readonly string[] {
  const candidates = [...loader.folders.keys()].filter((dir) => !isInstalled(dir));
  const calls = new Map(candidates.map((dir) => [dir, calledFolders(dir, loader)]));
  const called = new Set<string>();
  for (const [dir, targets] of calls) for (const target of targets) if (target !== dir) called.add(target);
  const roots = candidates.filter((dir) => !called.has(dir));
  const reached = new Set<string>();
  for (const root of roots) reach(root, calls, reached);
  const left = candidates.filter((dir) => !reached.has(dir));
  // In reverse order of finishing, a folder not reached yet belongs to a circle nobody outside of it calls (Kosaraju's argument).
  for (const dir of finishingOrder(left, calls).toReversed()) {
    if (reached.has(dir)) continue;
    roots.push(dir);
    reach(dir, calls, reached);
  }
  return roots.filter((dir) => !isOutside(dir)).sort((a, b) => (a < b ? -1 : 1));
}

export function isInstalled(dir: string): boolean {
  return dir.split('/').includes('.terraform');
}

function calledFolders(dir: string, loader: Loader): readonly string[] {
  const targets = loader.module(dir)?.calls.map((call) => localSourceDir(call, dir)) ?? [];
  return targets.filter((target) => target !== null).filter((target) => loader.folders.has(target));
}

type Calls = ReadonlyMap<string, readonly string[]>;

function reach(start: string, calls: Calls, reached: Set<string>): void {
  const pending = [start];
  for (let dir = pending.pop(); dir !== undefined; dir = pending.pop()) {
    if (reached.has(dir)) continue;
    reached.add(dir);
    for (const target of calls.get(dir) ?? []) pending.push(target);
  }
}

function finishingOrder(starts: readonly string[], calls: Calls): string[] {
  const order: string[] = [];
  const seen = new Set<string>();
  for (const start of starts) {
    const path: { dir: string; next: number }[] = [];
    if (!seen.has(start)) path.push({ dir: start, next: 0 });
    seen.add(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const target = calls.get(top.dir)?.[top.next];
      top.next += 1;
      if (target === undefined) {
        order.push(top.dir);
        path.pop();
      } else if (!seen.has(target)) {
        seen.add(target);
        path.push({ dir: target, next: 0 });
      }
    }
  }
  return order;
}
