# What the workload accounts hold for the pipeline, and what the organization forbids.
locals {
  deploy_trust = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = [aws_iam_role.deploy.arn, aws_iam_role.release.arn] }
    }]
  })
}

resource "aws_iam_role" "production_deploy" {
  provider           = aws.production
  name               = "organization-deploy"
  assume_role_policy = local.deploy_trust
}

resource "aws_iam_role_policy_attachment" "production_deploy" {
  provider   = aws.production
  role       = aws_iam_role.production_deploy.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_iam_role" "staging_deploy" {
  provider             = aws.staging
  name                 = "organization-deploy"
  assume_role_policy   = local.deploy_trust
  permissions_boundary = aws_iam_policy.staging_boundary.arn
}

resource "aws_iam_role_policy_attachment" "staging_deploy" {
  provider   = aws.staging
  role       = aws_iam_role.staging_deploy.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_iam_policy" "staging_boundary" {
  provider = aws.staging
  name     = "deploy-boundary"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["ecs:*", "ecr:*", "logs:*", "elasticloadbalancing:*", "s3:*"], Resource = "*" },
    ]
  })
}

resource "aws_s3_bucket" "customers" {
  provider = aws.production
  bucket   = "customers-234567890123"
  tags     = { DataClass = "personal", Environment = "production" }
}

resource "aws_s3_bucket_public_access_block" "customers" {
  provider                = aws.production
  bucket                  = aws_s3_bucket.customers.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket" "fixtures" {
  provider = aws.staging
  bucket   = "fixtures-345678901234"
  tags     = { Environment = "staging" }
}

# the service of the shop in production, from the image of the tools account
resource "aws_ecs_cluster" "shop" {
  provider = aws.production
  name     = "shop"
}

resource "aws_iam_role" "shop_task" {
  provider = aws.production
  name     = "shop-task"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } }]
  })
}

resource "aws_iam_role_policy" "shop_task" {
  provider = aws.production
  name     = "customers"
  role     = aws_iam_role.shop_task.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Sid = "Customers", Effect = "Allow", Action = ["s3:GetObject", "s3:PutObject"], Resource = "${aws_s3_bucket.customers.arn}/*" }]
  })
}

resource "aws_ecs_task_definition" "shop" {
  provider                 = aws.production
  family                   = "shop"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 512
  memory                   = 1024
  task_role_arn            = aws_iam_role.shop_task.arn
  container_definitions = jsonencode([{
    name         = "shop"
    image        = "${aws_ecr_repository.shop.repository_url}:stable"
    essential    = true
    portMappings = [{ containerPort = 8080 }]
  }])
}

resource "aws_ecs_service" "shop" {
  provider        = aws.production
  name            = "shop"
  cluster         = aws_ecs_cluster.shop.id
  task_definition = aws_ecs_task_definition.shop.arn
  desired_count   = 2
  launch_type     = "FARGATE"
}

# support of production: reads what customers report, by right and with a second factor
resource "aws_iam_role" "support" {
  provider = aws.production
  name     = "support"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = "arn:aws:iam::123456789012:role/developer" }
      Condition = { Bool = { "aws:MultiFactorAuthPresent" = "true" } }
    }]
  })
}

resource "aws_iam_role_policy" "support" {
  provider = aws.production
  name     = "read"
  role     = aws_iam_role.support.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "logs:FilterLogEvents", Resource = "*" }]
  })
}

resource "aws_organizations_policy" "guard" {
  name = "guard"
  type = "SERVICE_CONTROL_POLICY"
  content = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "Trail", Effect = "Deny", Action = ["cloudtrail:StopLogging", "cloudtrail:DeleteTrail"], Resource = "*" },
      { Sid = "Regions", Effect = "Deny", NotAction = ["iam:*", "sts:*", "organizations:*", "support:*"], Resource = "*", Condition = { StringNotEquals = { "aws:RequestedRegion" = ["ap-northeast-1", "us-east-1"] } } },
    ]
  })
}

resource "aws_organizations_policy_attachment" "guard" {
  for_each  = toset(["234567890123", "345678901234"])
  policy_id = aws_organizations_policy.guard.id
  target_id = each.key
}
