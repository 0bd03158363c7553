using Load;

return await new LoadCommand().RunAsync(args);
