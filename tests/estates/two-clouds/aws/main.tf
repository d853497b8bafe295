terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

provider "aws" {
  region              = "ap-northeast-1"
  allowed_account_ids = ["123456789012"]
}

# Cluster of the ordering system; the analysis runs in Google Cloud.
module "eks" {
  source  = "terraform-aws-modules/eks/aws"
  version = "~> 21.0"

  name                   = "ordering"
  kubernetes_version     = "1.33"
  endpoint_public_access = true
}

resource "aws_iam_openid_connect_provider" "ordering" {
  url            = "https://oidc.eks.ap-northeast-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF"
  client_id_list = ["sts.amazonaws.com"]
}

resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
  tags   = { DataClass = "payment" }
}

resource "aws_s3_bucket_public_access_block" "orders" {
  bucket                  = aws_s3_bucket.orders.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket" "audit" {
  bucket = "ordering-audit-logs"
  tags   = { DataClass = "log" }
}

resource "aws_s3_bucket_object_lock_configuration" "audit" {
  bucket = aws_s3_bucket.audit.id
  rule {
    default_retention {
      mode = "COMPLIANCE"
      days = 400
    }
  }
}

resource "aws_dynamodb_table" "customers" {
  name         = "customers"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
  tags = { DataClass = "personal" }
}

resource "aws_iam_role" "ordering" {
  name = "ordering"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = aws_iam_openid_connect_provider.ordering.arn }
      Condition = {
        StringEquals = {
          "oidc.eks.ap-northeast-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF:sub" = "system:serviceaccount:ordering:ordering"
          "oidc.eks.ap-northeast-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF:aud" = "sts.amazonaws.com"
        }
      }
    }]
  })
}

resource "aws_iam_role_policy" "ordering" {
  name = "orders"
  role = aws_iam_role.ordering.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "Orders", Effect = "Allow", Action = ["s3:GetObject", "s3:PutObject"], Resource = "${aws_s3_bucket.orders.arn}/*" },
      { Sid = "Customers", Effect = "Allow", Action = ["dynamodb:GetItem", "dynamodb:PutItem"], Resource = aws_dynamodb_table.customers.arn },
    ]
  })
}

# the analysis in Google Cloud fetches orders each night, without keys
resource "aws_iam_role" "analysis" {
  name = "analysis-import"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "accounts.google.com" }
      Condition = { StringEquals = { "accounts.google.com:sub" = "112233445566778899001" } }
    }]
  })
}

resource "aws_iam_role_policy" "analysis" {
  name = "orders"
  role = aws_iam_role.analysis.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Sid = "Orders", Effect = "Allow", Action = ["s3:GetObject", "s3:ListBucket"], Resource = [aws_s3_bucket.orders.arn, "${aws_s3_bucket.orders.arn}/*"] }]
  })
}

# people
resource "aws_iam_group" "operations" {
  name = "operations"
}

resource "aws_iam_group_policy" "operations" {
  name  = "operate"
  group = aws_iam_group.operations.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "Look", Effect = "Allow", Action = ["ec2:Describe*", "eks:Describe*", "eks:List*", "logs:Get*", "s3:ListAllMyBuckets"], Resource = "*" },
      { Sid = "Repair", Effect = "Allow", Action = ["dynamodb:GetItem", "dynamodb:UpdateItem"], Resource = aws_dynamodb_table.customers.arn },
    ]
  })
}

resource "aws_iam_user" "operator" {
  for_each = toset(["aoki.hina", "endo.yuto", "maeda.sho"])
  name     = each.key
}

resource "aws_iam_user_login_profile" "operator" {
  for_each = aws_iam_user.operator
  user     = each.value.name
}

resource "aws_iam_user_group_membership" "operator" {
  for_each = aws_iam_user.operator
  user     = each.value.name
  groups   = [aws_iam_group.operations.name]
}

# first engineer of the project; the key was never taken back
resource "aws_iam_user" "founder" {
  name = "noda.kaito"
}

resource "aws_iam_access_key" "founder" {
  user = aws_iam_user.founder.name
}

resource "aws_iam_user_policy" "founder" {
  name = "roles"
  user = aws_iam_user.founder.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "Users", Effect = "Allow", Action = ["iam:AttachUserPolicy", "iam:ListUsers"], Resource = "*" },
    ]
  })
}
