/**
 * Kinds of steps, and how hard they are. A weight w stands for the likelihood 2^(-w/4): weights of a derivation add up as its likelihoods
 * multiply. The weights are our own judgment, in order: what a call of an API does is easier than what needs luck or a vulnerability.
 */
export const EDGES = {
  NET_REACH: 2,
  EXPLOITS: 5,
  RUNS_AS: 1,
  CAN_EXEC: 2,
  CAN_LAUNCH: 3,
  CAN_UPDATE_CODE: 2,
  CONTAINER_ESCAPE: 4,
  TRIGGERS: 3,
  CAN_INVOKE: 3,
  CAN_ASSUME: 1,
  MEMBER_OF: 2,
  FEDERATES: 3,
  CRED_THEFT_IMDS: 4,
  LEAKS_CREDENTIAL: 2,
  CAN_CREATE_KEY: 2,
  CAN_SET_PASSWORD: 2,
  CAN_REWRITE_TRUST: 2,
  CAN_GRANT_SELF: 2,
  CAN_SWITCH_POLICY_VERSION: 3,
  CAN_REMOVE_BOUNDARY: 2,
  CAN_CREATE_PRINCIPAL: 2,
  CAN_TAG: 2,
  CAN_READ: 1,
  CAN_WRITE: 1,
  CAN_DELETE: 1,
  CAN_DECRYPT: 1,
  CAN_COPY_DATA: 2,
  REPLICATES_TO: 1,
  CAN_CLAIM: 2,
  HAS_ADMIN: 1,
  OWNS: 1,
} as const satisfies Readonly<Record<string, number>>;

export type EdgeKind = keyof typeof EDGES;

/** Names of MITRE ATT&CK techniques, version 17, where one fits a step. */
export const TECHNIQUES: Partial<Record<EdgeKind, string>> = {
  NET_REACH: 'T1133',
  EXPLOITS: 'T1190',
  CAN_EXEC: 'T1651',
  CAN_LAUNCH: 'T1578.002',
  CAN_UPDATE_CODE: 'T1648',
  CONTAINER_ESCAPE: 'T1611',
  CAN_ASSUME: 'T1548.005',
  FEDERATES: 'T1199',
  CRED_THEFT_IMDS: 'T1552.005',
  LEAKS_CREDENTIAL: 'T1552.001',
  CAN_CREATE_KEY: 'T1098.001',
  CAN_SET_PASSWORD: 'T1098',
  CAN_REWRITE_TRUST: 'T1098.003',
  CAN_GRANT_SELF: 'T1098.003',
  CAN_SWITCH_POLICY_VERSION: 'T1098.003',
  CAN_REMOVE_BOUNDARY: 'T1098.003',
  CAN_CREATE_PRINCIPAL: 'T1136.003',
  CAN_READ: 'T1530',
  CAN_DELETE: 'T1485',
  CAN_COPY_DATA: 'T1537',
  REPLICATES_TO: 'T1537',
  CAN_CLAIM: 'T1584.001',
};

/** More weight the less is known of a condition. */
export const CONDITION_WEIGHT = { settable: 0, attainable: 2, unknown: 4 } as const;

/** The likelihood that a derivation of this cost works, between 0 and 1. Falls as the cost rises. */
export function likelihoodOf(cost: number): number {
  return 2 ** (-cost / 4);
}
