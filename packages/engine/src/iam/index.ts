/** Who may do what. AWS in aws/; each cloud answers through the same three values: yes, no, if (condition). */
export * from './aws/index.ts';
export * from './world/index.ts';
export * from './diff/index.ts';
export * from './lint/index.ts';
export * from './clouds/index.ts';
export * from './usage/index.ts';
export * from './least-privilege/index.ts';
