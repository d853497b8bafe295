import type { Ref } from '../../../node.ts';
import type { StorageAccount } from '../../storage/account/shape.ts';

/** A workspace of Azure Machine Learning. Source: hashicorp/azurerm documentation of azurerm_machine_learning_workspace and azurerm_ai_foundry; Azure template reference of Microsoft.MachineLearningServices/workspaces, read 2026-11-22. */
export interface MachineLearningWorkspace {
  /** Default true. */
  readonly publicNetworkAccess: boolean;
  /** Marked as holding data of high business impact. Default false. */
  readonly highImpact: boolean;
  /** Where data sets, models and logs lie. */
  readonly storage: Ref<StorageAccount> | undefined;
  /** Encrypted with a key of a key vault. */
  readonly customerKey: boolean;
  /** Is there a private endpoint for it, or one that its managed network makes? */
  readonly usesPrivateEndpoints: boolean;
}
