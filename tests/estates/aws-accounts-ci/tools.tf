terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

# the tools account: builds, images, states
provider "aws" {
  region              = "ap-northeast-1"
  allowed_account_ids = ["123456789012"]
}

provider "aws" {
  alias               = "production"
  region              = "ap-northeast-1"
  allowed_account_ids = ["234567890123"]
  assume_role {
    role_arn = "arn:aws:iam::234567890123:role/organization-deploy"
  }
}

provider "aws" {
  alias               = "staging"
  region              = "ap-northeast-1"
  allowed_account_ids = ["345678901234"]
  assume_role {
    role_arn = "arn:aws:iam::345678901234:role/organization-deploy"
  }
}

resource "aws_iam_openid_connect_provider" "github" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
}

# main branch of the shop: deploys to production
resource "aws_iam_role" "deploy" {
  name = "ci-deploy"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = aws_iam_openid_connect_provider.github.arn }
      Condition = {
        StringEquals = {
          "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com"
          "token.actions.githubusercontent.com:sub" = "repo:example-org/shop:ref:refs/heads/main"
        }
      }
    }]
  })
}

resource "aws_iam_role_policy" "deploy" {
  name = "deploy"
  role = aws_iam_role.deploy.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "Accounts"
      Effect   = "Allow"
      Action   = "sts:AssumeRole"
      Resource = ["arn:aws:iam::234567890123:role/organization-deploy", "arn:aws:iam::345678901234:role/organization-deploy"]
    }]
  })
}

# plans of pull requests, of any repository
resource "aws_iam_role" "plan" {
  name = "ci-plan"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = aws_iam_openid_connect_provider.github.arn }
      Condition = {
        StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" }
        StringLike   = { "token.actions.githubusercontent.com:sub" = "repo:example-org/*" }
      }
    }]
  })
}

resource "aws_iam_role_policy" "plan" {
  name = "plan"
  role = aws_iam_role.plan.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "States", Effect = "Allow", Action = ["s3:GetObject", "s3:ListBucket"], Resource = [aws_s3_bucket.states.arn, "${aws_s3_bucket.states.arn}/*"] },
      { Sid = "Look", Effect = "Allow", Action = ["ec2:Describe*", "iam:Get*", "iam:List*"], Resource = "*" },
    ]
  })
}

# images for all: the subject was forgotten
resource "aws_iam_role" "images" {
  name = "ci-images"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = aws_iam_openid_connect_provider.github.arn }
      Condition = { StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" } }
    }]
  })
}

resource "aws_iam_role_policy" "images" {
  name = "images"
  role = aws_iam_role.images.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "Token", Effect = "Allow", Action = "ecr:GetAuthorizationToken", Resource = "*" },
      { Sid = "Push", Effect = "Allow", Action = ["ecr:PutImage", "ecr:InitiateLayerUpload", "ecr:UploadLayerPart", "ecr:CompleteLayerUpload", "ecr:BatchCheckLayerAvailability"], Resource = aws_ecr_repository.shop.arn },
    ]
  })
}

resource "aws_ecr_repository" "shop" {
  name                 = "shop"
  image_tag_mutability = "MUTABLE"
}

resource "aws_s3_bucket" "states" {
  bucket = "example-terraform-state-123456789012"
  tags   = { DataClass = "state" }
}

resource "aws_s3_bucket_public_access_block" "states" {
  bucket                  = aws_s3_bucket.states.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_codebuild_project" "release" {
  name         = "release"
  service_role = aws_iam_role.release.arn

  artifacts {
    type = "NO_ARTIFACTS"
  }

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
    type         = "LINUX_CONTAINER"
  }

  source {
    type     = "GITHUB"
    location = "https://github.com/example-org/shop.git"
  }
}

resource "aws_iam_role" "release" {
  name = "release"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "codebuild.amazonaws.com" } }]
  })
}

resource "aws_iam_role_policy" "release" {
  name = "release"
  role = aws_iam_role.release.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "Production"
      Effect   = "Allow"
      Action   = "sts:AssumeRole"
      Resource = "arn:aws:iam::234567890123:role/organization-deploy"
    }]
  })
}

# developers watch and start builds; the overrides of StartBuild were not thought of
resource "aws_iam_role" "developer" {
  name = "developer"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = ["sts:AssumeRoleWithSAML", "sts:TagSession"]
      Principal = { Federated = "arn:aws:iam::123456789012:saml-provider/company" }
      Condition = { StringEquals = { "SAML:aud" = "https://signin.aws.amazon.com/saml" } }
    }]
  })
}

resource "aws_iam_role_policy" "developer" {
  name = "builds"
  role = aws_iam_role.developer.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "Builds", Effect = "Allow", Action = ["codebuild:StartBuild", "codebuild:BatchGetBuilds", "codebuild:BatchGetProjects"], Resource = aws_codebuild_project.release.arn },
      { Sid = "Logs", Effect = "Allow", Action = ["logs:GetLogEvents", "logs:FilterLogEvents"], Resource = "*" },
    ]
  })
}
