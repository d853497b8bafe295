/** What a template (JSON or Bicep) asks for and hands out. Source: Azure Resource Manager documentation, "Parameters in ARM templates", "Outputs in ARM templates", read 2026-11-22. */
export interface Template {
  readonly parameters: readonly TemplateParameter[];
  readonly outputs: readonly TemplateOutput[];
}

export interface TemplateParameter {
  readonly name: string;
  /** In lower case: `string`, `securestring`, `object`, `int`, `bool`, `array`; in Bicep also the name of a type. */
  readonly type: string;
  /** `secureString`, `secureObject`; `@secure()` in Bicep. */
  readonly isSecure: boolean;
  /** Has it a default value that stands in the code? Empty values and new GUIDs are none. */
  readonly hasDefault: boolean;
}

export interface TemplateOutput {
  readonly name: string;
  readonly isSecure: boolean;
  /** Does its value hold a secure parameter, or what `listKeys()` and its like answer? */
  readonly revealsSecret: boolean;
}
