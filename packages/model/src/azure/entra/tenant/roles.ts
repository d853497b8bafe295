/** Template of the role Global Administrator. Source: "Microsoft Entra built-in roles", read 2026-11-22. */
export const GLOBAL_ADMINISTRATOR = '62e90394-69f5-4237-9190-012177145e10';
