/** Who looks at a scan while it runs: each TARGET as it was read, and each verdict as it is counted. */
import type { Resource } from '@kumomori/model';
import type { FileTree } from '@kumomori/parsers';
import type { InstanceVerdict, OriginTarget } from '../findings/index.ts';

export interface ScanObserver {
  /** Before the verdicts of the TARGET; `origin` is the `target` of its verdicts. */
  target(tree: FileTree, origin: OriginTarget): void;
  /** Each resource that is judged, before its verdicts. */
  resource?(resource: Resource, origin: OriginTarget): void;
  /** Suppressions applied, every status. */
  verdict(verdict: InstanceVerdict): void;
}
