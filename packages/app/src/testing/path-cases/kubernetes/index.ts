/** Each way of the catalogue of Kubernetes in manifests, and joins with identities of clouds in Terraform. */
import type { WayCase } from '../way-case.ts';
import { accountCases } from './accounts.ts';
import { clusterCases } from './cluster.ts';
import { podCases } from './pods.ts';

export const kubernetesCases: readonly WayCase[] = [...accountCases, ...podCases, ...clusterCases];

export { joinCases } from './joins.ts';
