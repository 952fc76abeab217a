// A program on Pulumi's own SDK. tests/PeerProgram is the same one in C#; tests hold what both ask of the engine to be equal.
"use strict";
const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");

const trust = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"sagemaker.amazonaws.com"}}]}';
const tags = { team: "ml-platform", environment: "dev", "cost-category": "training", component: "interop" };

class Training extends pulumi.ComponentResource {
  constructor(name, args, options) {
    super("interop:ml:Training", name, {}, options);
    const child = { parent: this };
    const role = new aws.iam.Role(`${name}-role`, { assumeRolePolicy: trust, tags }, child);
    const bucket = new aws.s3.Bucket(`${name}-data`, { forceDestroy: true, tags }, { ...child, protect: true });
    new aws.s3.BucketLifecycleConfiguration(`${name}-lifecycle`, {
      bucket: bucket.id,
      rules: [
        { id: "checkpoints", status: "Enabled", filter: { prefix: "checkpoints/" }, expiration: { days: 30 } },
        { id: "uploads", status: "Enabled", filter: { prefix: "" }, abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } },
      ],
    }, child);
    new aws.cloudwatch.LogGroup(`${name}-logs`, { retentionInDays: 30, tags }, {
      ...child,
      dependsOn: [role],
      ignoreChanges: ["tags"],
      retainOnDelete: true,
      deleteBeforeReplace: true,
      customTimeouts: { create: "5m" },
      additionalSecretOutputs: ["arn"],
    });
    new aws.ssm.Parameter(`${name}-token`, {
      type: "SecureString",
      value: args.token,
      description: pulumi.interpolate`For what is in ${bucket.bucket}.`,
      tags,
    }, child);
    const container = { image: pulumi.interpolate`${role.arn}/image`, modelDataUrl: pulumi.interpolate`s3://${bucket.id}/models/live/` };
    const model = new aws.sagemaker.Model(`${name}-model`, { executionRoleArn: role.arn, primaryContainer: container, tags }, child);
    new aws.sagemaker.EndpointConfiguration(`${name}-variants`, {
      productionVariants: [
        { variantName: "blue", modelName: model.name, instanceType: "ml.m5.large", initialInstanceCount: 1, initialVariantWeight: 0.5 },
        { variantName: "green", modelName: model.name, serverlessConfig: { maxConcurrency: 5, memorySizeInMb: 2048 } },
      ],
      tags,
    }, child);
    this.roleArn = role.arn;
    this.bucketName = bucket.id;
    this.registerOutputs({ bucketName: this.bucketName });
  }
}

const config = new pulumi.Config();
const training = new Training("training", { token: config.requireSecret("token") });
new aws.sagemaker.NotebookInstance("notebook", {
  instanceType: config.require("notebookType"),
  roleArn: training.roleArn,
  volumeSize: 20,
  tags,
}, { aliases: [{ name: "old-notebook" }] });

exports.bucketName = training.bucketName;
exports.token = config.requireSecret("token");
