/** The HTTPS address of a function. Source: AWS Lambda Developer Guide, "Creating and managing function URLs", read 2026-11-22. */
export interface FunctionUrl {
  /** `AWS_IAM` or `NONE`. */
  readonly authType: string;
}
