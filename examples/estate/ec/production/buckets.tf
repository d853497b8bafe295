module "bucket_order_documents" {
  source = "../../modules/private-bucket"

  name = "${local.prefix}-order-documents"

  settings = {
    access_log_bucket = var.access_log_bucket
    expire_after_days = 2555
  }

  tags = { DataClass = "confidential" }
}

# 会員の氏名・住所・電話・購入履歴 (夜間に基幹から書き出し)
module "bucket_customer_data" {
  source = "../../modules/private-bucket"

  name = var.customer_data_bucket

  settings = {
    # access_log_bucket は未設定。ログ用バケットの権限申請中 (2025-06, EC-1177)
    expire_after_days = 1095
  }

  tags = { DataClass = "personal", Backup = "daily" }
}

# 2024 夏キャンペーンの景品画像。特設サイトから直接読ませていた。
module "bucket_campaign_assets" {
  source = "../../modules/private-bucket"

  name = "${local.prefix}-campaign-assets"

  settings = {
    block_public_access = false # キャンペーン終了 (2024-09-30) 後に true へ戻す
    access_log_bucket   = var.access_log_bucket
    versioning          = false
  }

  extra_policy_documents = [data.aws_iam_policy_document.campaign_site.json]

  tags = { DataClass = "internal", Purpose = "campaign-2024" }
}

data "aws_iam_policy_document" "campaign_site" {
  statement {
    sid       = "CampaignSite2024"
    actions   = ["s3:GetObject", "s3:ListBucket"]
    resources = ["arn:aws:s3:::${local.prefix}-campaign-assets", "arn:aws:s3:::${local.prefix}-campaign-assets/*"]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}
