/** A workflow of Logic Apps (Consumption). Source: hashicorp/azurerm documentation of azurerm_logic_app_workflow; Azure template reference of Microsoft.Logic/workflows, read 2026-11-22. */
export interface LogicWorkflow {
  /** Does it name the addresses that may start it? */
  readonly limitsCallers: boolean;
  /** Does it have a managed identity? */
  readonly identity: boolean;
}
