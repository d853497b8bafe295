/** Our checks of Kubernetes as admission rules in CEL: one for each that can be asked of a single object, a reason for each that cannot. */
import type { AdmissionRule } from '@kumomori/model';
import { objectRules } from './objects.ts';
import { rbacRules } from './rbac.ts';
import { workloadRules } from './workloads.ts';

export { admissionObstacle } from './obstacles.ts';
export { admissionSubjects } from './subjects.ts';

/** By the id of the check. */
export const admissionRules: Readonly<Record<string, AdmissionRule>> = { ...workloadRules, ...rbacRules, ...objectRules };
