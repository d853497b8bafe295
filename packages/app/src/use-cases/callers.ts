/** Through which module blocks a resource came to be. */
import type { Range, Resource } from '@kumomori/model';
import { bareAddress } from '@kumomori/model';
import type { EvaluatedRoot } from '@kumomori/parsers';

/** `root folder | address without keys` → the module block. */
export type ModuleCalls = ReadonlyMap<string, Range>;

export function moduleCallsOf(roots: readonly EvaluatedRoot[]): ModuleCalls {
  return new Map(
    roots.flatMap((root) => root.moduleCalls.map((call) => [`${root.dir}|${bareAddress(call.address)}`, call.range] as const)),
  );
}

/** Outermost first: `module.a.module.b.aws_x.y` has two, `Network/Storage/Bucket` of nested stacks too. */
export function callersOf({ address, rootDir }: Pick<Resource['origin'], 'address' | 'rootDir'>, calls: ModuleCalls): readonly Range[] {
  if (!address.startsWith('module.')) return stacksOf(address, rootDir, calls);
  const parts = bareAddress(address).split('.');
  const ranges: Range[] = [];
  for (let length = 2; parts[length - 2] === 'module'; length += 2) {
    const range = calls.get(`${rootDir}|${parts.slice(0, length).join('.')}`);
    if (range) ranges.push(range);
  }
  return ranges;
}

function stacksOf(address: string, rootDir: string, calls: ModuleCalls): readonly Range[] {
  const parts = address.split('/');
  return parts.slice(1).flatMap((_, index) => calls.get(`${rootDir}|${parts.slice(0, index + 1).join('/')}`) ?? []);
}
