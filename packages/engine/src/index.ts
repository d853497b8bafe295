/** The analyses over the resource model. Pure. */
export * from './admission/index.ts';
export * from './changes/index.ts';
export * from './behavior/index.ts';
export * from './cel/index.ts';
export * from './checks/index.ts';
export * from './detect/index.ts';
export * from './incidents/index.ts';
export * from './drift/index.ts';
export * from './intel/index.ts';
export * from './inventory/index.ts';
export * from './investigate/index.ts';
export * from './iam/index.ts';
export * from './lifecycle/index.ts';
export * from './network/index.ts';
export * from './ownership/index.ts';
export * from './paths/index.ts';
