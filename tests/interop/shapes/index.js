// Programs of other people, as far as their shape goes: each does something that an offline preview meets in them. The setting
// "shape" tells which one runs.
"use strict";
const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");

const config = new pulumi.Config();

/** A resource of any type, as generated SDKs make them. */
const resource = (type, name, args, options) => new pulumi.CustomResource(type, name, args, options);

class Part extends pulumi.ComponentResource {
  constructor(name, depth, options) {
    super("shapes:index:Part", name, {}, options);
    const child = { parent: this };
    this.leaf = depth > 0 ? new Part(`${name}-in`, depth - 1, child).leaf : new aws.sns.Topic(`${name}-topic`, {}, child);
    this.registerOutputs({ leaf: this.leaf.arn });
  }
}

const doubling = {
  async create(inputs) {
    throw new Error(`a preview creates nothing, not even ${inputs.number}`);
  },
};

class Doubled extends pulumi.dynamic.Resource {
  constructor(name, number) {
    super(doubling, name, { number, doubled: undefined });
  }
}

const shapes = {
  // Services that no schema here describes, and what comes out of them in resources that one does.
  services() {
    const table = new aws.dynamodb.Table("orders", { attributes: [{ name: "id", type: "S" }], hashKey: "id", billingMode: "PAY_PER_REQUEST" });
    const zone = new aws.route53.Zone("zone", { name: "example.com" });
    const topic = new aws.sns.Topic("events", { displayName: pulumi.interpolate`of ${table.arn}`, tags: { zone: zone.zoneId } });
    const password = resource("random:index/randomPassword:RandomPassword", "password", { length: 20 });
    const name = resource("random:index/randomPet:RandomPet", "pet", { length: 2 });
    new aws.s3.Bucket("named", { bucket: name.id });
    return { table: table.name, stream: table.streamArn, topic: topic.displayName, password: password.id };
  },

  // A component in a component in a component.
  components() {
    return { leaf: new Part("outer", 2).leaf.arn };
  },

  // What another stack has exported.
  references() {
    const network = new pulumi.StackReference("acme/network/prod");
    const subnet = network.requireOutput("privateSubnetId");
    new aws.sagemaker.NotebookInstance("notebook", {
      instanceType: "ml.t3.medium", roleArn: network.getOutput("roleArn"), subnetId: subnet, securityGroups: network.getOutput("groups"),
    });
    return { subnet };
  },

  // A resource whose provider is part of the program.
  dynamic() {
    const first = new Doubled("first", 2);
    const second = new Doubled("second", first.id.apply((id) => id.length));
    new aws.sns.Topic("topic", { displayName: first.doubled.apply((doubled) => `twice is ${doubled}`) });
    return { id: second.id };
  },

  // Providers that the program configures, one of them with what is not known yet.
  providers() {
    const west = new aws.Provider("west", { region: "us-west-2" });
    const role = new aws.iam.Role("deployer", { assumeRolePolicy: "{}" });
    const assumed = new aws.Provider("assumed", { region: "eu-west-1", assumeRoles: [{ roleArn: role.arn }] });
    new Part("there", 0, { providers: { aws: west } });
    new aws.s3.Bucket("elsewhere", {}, { provider: assumed });
    return { region: aws.getRegionOutput({}, { provider: west }).region };
  },

  // Functions: one that settings answer, one that a schema describes, and one whose arguments are not known yet.
  functions() {
    const document = aws.iam.getPolicyDocumentOutput({ statements: [{ actions: ["s3:GetObject"], resources: ["*"] }] });
    const vpc = aws.ec2.getVpcOutput({ default: true });
    const topic = new aws.sns.Topic("topic", { policy: document.json });
    const later = aws.ssm.getParameterOutput({ name: topic.arn });
    return { region: aws.getRegionOutput().region, document: document.json, vpc: vpc.id, later: later.value };
  },

  // A function that nothing here knows the result of.
  "unknown-function"() {
    return { ami: aws.ec2.getAmiOutput({ owners: ["amazon"], mostRecent: true }).id };
  },

  // The other provider for AWS.
  native() {
    const bucket = resource("aws-native:s3:Bucket", "data", { bucketName: "shapes-data" });
    const group = resource("aws-native:sagemaker:ModelPackageGroup", "models", { modelPackageGroupName: "shapes" });
    return { bucket: bucket.id, group: group.id };
  },

  // A component that a plugin makes.
  remote() {
    return { vpc: new pulumi.ComponentResource("awsx:ec2:Vpc", "vpc", { numberOfAvailabilityZones: 2 }, {}, true).urn };
  },

  // Secrets of the stack and of the program.
  secrets() {
    const parameter = new aws.ssm.Parameter("password", { type: "SecureString", value: config.requireSecret("password") });
    return { parameter: parameter.value, made: pulumi.secret("made here"), length: config.requireSecret("password").apply((text) => text.length) };
  },

  // Something that exists already.
  existing() {
    const bucket = aws.s3.Bucket.get("shared", "acme-shared");
    const zone = aws.route53.Zone.get("zone", "Z123");
    return { arn: bucket.arn, zone: zone.name };
  },

  // Changes that the program makes to its own resources, which it does before the engine sees them.
  transformations() {
    pulumi.runtime.registerStackTransformation(({ type, props, opts }) =>
      type === "aws:sns/topic:Topic" ? { props: { ...props, tags: { owner: "platform" } }, opts } : undefined);
    new aws.sns.Topic("topic");
  },

  // The same through the engine.
  transforms() {
    new aws.sns.Topic("topic", {}, { transforms: [({ props, opts }) => ({ props, opts })] });
  },

  // Code that the engine calls at every step of a deployment.
  hooks() {
    const hook = new pulumi.ResourceHook("before", () => {});
    new aws.sns.Topic("topic", {}, { hooks: { beforeCreate: [hook] } });
  },
};

module.exports = shapes[config.require("shape")]();
