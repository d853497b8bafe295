/** AWS WAF: questions that checks of several services ask about a web ACL. */
export * from './known-bad-inputs.ts';
