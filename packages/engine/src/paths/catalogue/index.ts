/**
 * Ways to gain rights in AWS, as data. Identifiers and required permissions after pathfinding.cloud by Datadog (Apache-2.0, commit 84dd65c,
 * 2025-12-17); those with the prefix `prowler:` are names in Prowler (Apache-2.0, commit 3e000faa31, 2026-08-21). The structure (what a
 * permission must be allowed on, what must hold besides, what is gained) is our own reading.
 */
import { controlPaths } from './control.ts';
import { identityPaths } from './identities.ts';
import { launchPaths } from './launch.ts';
import type { EscalationPath } from './types.ts';

export { composedPaths } from './identities.ts';
export type { Bound, EscalationPath, Mechanism, Need } from './types.ts';

export const escalations: readonly EscalationPath[] = [...identityPaths, ...controlPaths, ...launchPaths];
