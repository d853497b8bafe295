/** IAM of Google Cloud: bindings of all three Terraform forms, and questions about members and roles. */
export * from './bindings.ts';
export * from './members.ts';
export * from './service-accounts.ts';
