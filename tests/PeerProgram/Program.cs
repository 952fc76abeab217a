using PeerProgram;

return await Deployment.RunAsync(InteropStack.Deploy);
